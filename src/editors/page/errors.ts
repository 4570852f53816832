import { EditorError } from '../editor-error';

/** The sentences that adapters share. */
export const noDocument = () => new EditorError('no-document', 'No picture is open in the editor; open one and try again.');

export const noLayer = () => new EditorError('no-layer', 'No layer is chosen in the editor; click the layer that you want to stylise.');

export const hiddenLayer = (name: string) =>
  new EditorError('hidden-layer', `The layer “${name}” is hidden; show it or choose another one.`);

export const emptyLayer = (name: string) =>
  new EditorError('empty-layer', `The layer “${name}” is empty; choose a layer with a picture in it.`);

export const groupLayer = (name: string) => new EditorError('unsupported-layer', `“${name}” is a group; choose one of the layers in it.`);

export const brokenPicture = () => new EditorError('broken-picture', 'The picture to insert is damaged; run the style transfer again.');

export const busyEditor = () =>
  new EditorError('busy', 'The editor does not answer: finish or close what is open in it (a dialog, a crop, a text), then try again.');
