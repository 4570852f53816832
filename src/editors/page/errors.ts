import { EditorError } from '../editor-error';

/** The errors that adapters share. */
export const noDocument = () => new EditorError('noDocument');

export const noLayer = () => new EditorError('noLayer');

export const severalLayers = () => new EditorError('severalLayers');

export const hiddenLayer = (name: string) => new EditorError('hiddenLayer', name);

export const emptyLayer = (name: string) => new EditorError('emptyLayer', name);

export const groupLayer = (name: string) => new EditorError('groupLayer', name);

export const brokenPicture = () => new EditorError('brokenPicture');

export const busyEditor = () => new EditorError('busyEditor');
