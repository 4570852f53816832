/**
 * Every sentence that can come out of a page, by its key. What answers in a page may be anybody's script: it chooses among these
 * and fills in words of its own, which stand in quotation marks. It writes none.
 */
interface Sentence {
  code: EditorErrorCode;
  /** One sentence that says what to do. */
  says(words: string): string;
}

export type EditorErrorCode =
  /** The page holds no editor that an adapter knows. */
  | 'no-editor'
  /** The editor has no open document. */
  | 'no-document'
  /** No layer is current. */
  | 'no-layer'
  | 'hidden-layer'
  | 'empty-layer'
  /** A group, text, adjustment or other layer that holds no pixels of its own. */
  | 'unsupported-layer'
  /** The page mixed in pictures of another site, so that the browser forbids reading it. */
  | 'tainted'
  /** The editor is in the middle of something or does not answer. */
  | 'busy'
  /** The picture to insert can't be decoded. */
  | 'broken-picture'
  | 'page-closed'
  | 'unexpected';

const sentence = (code: EditorErrorCode, says: (words: string) => string): Sentence => ({ code, says });

export const SENTENCES = {
  noEditor: sentence('no-editor', () => 'This page holds no picture that can be edited; open your editor with a picture in it.'),
  noDocument: sentence('no-document', () => 'No picture is open in the editor; open one and try again.'),
  canvasGone: sentence('no-document', () => 'The canvas is gone; open a picture in the editor and try again.'),
  pictureGone: sentence('no-document', () => 'The picture is gone from the page; open it again.'),
  noLayer: sentence('no-layer', () => 'No layer is chosen in the editor; click the layer that you want to stylise.'),
  severalLayers: sentence('no-layer', () => 'Several elements are selected; click the one that you want to stylise, then try again.'),
  hiddenLayer: sentence('hidden-layer', (name) => `The layer “${name}” is hidden; show it or choose another one.`),
  emptyLayer: sentence('empty-layer', (name) => `The layer “${name}” is empty; choose a layer with a picture in it.`),
  blankCanvas: sentence('empty-layer', () => 'The canvas reads as empty: draw or move something in the page, then capture again at once.'),
  groupLayer: sentence('unsupported-layer', (name) => `“${name}” is a group; choose one of the layers in it.`),
  tainted: sentence(
    'tainted',
    () =>
      'The browser forbids reading this picture, because it holds parts from another site; save it to a file and open it in Brushover instead.',
  ),
  busyEditor: sentence(
    'busy',
    () => 'The editor does not answer: finish or close what is open in it (a dialog, a crop, a text), then try again.',
  ),
  photopeaDocumentGone: sentence(
    'no-document',
    (name) => `“${name}” is not open in Photopea any more; open it and try again, or download the picture.`,
  ),
  photopeaBusy: sentence('busy', () => 'Photopea has not added the layer; look whether it asks for something, then try again.'),
  photopeaRefused: sentence('unexpected', (words) => `Photopea refused with “${words}”; open a document in it and try again.`),
  photopeaSilent: sentence('unexpected', () => 'Photopea sent no picture; choose another layer and try again.'),
  photopeaUnheard: sentence('unexpected', () => 'This browser keeps Photopea’s answers away; use Chrome, Edge or Firefox.'),
  wrongAnswer: sentence(
    'unexpected',
    (where) => `This editor answers Brushover wrongly at “${where}”; tell its makers, or save the picture and open it here as a file.`,
  ),
  editorSays: sentence('busy', (words) => `The page says: “${words}”; see to that, then try again.`),
  unreadablePicture: sentence(
    'unexpected',
    () =>
      'This editor gives a picture that can’t be read, or one beyond 16384 pixels a side; make it smaller, or save it and open it as a file.',
  ),
  nothingAdded: sentence('unexpected', () => 'The editor added nothing to its list of layers; look into it before you insert again.'),
  brokenPicture: sentence('broken-picture', () => 'The picture to insert is damaged; run the style transfer again.'),
  klecksNotAdded: sentence('busy', () => 'Klecks has not added the layer; look whether it asks for something, then try again.'),
  klecksIsFull: sentence(
    'busy',
    () => 'Klecks holds 16 layers at most and would paint the picture into one of them; merge or remove a layer, then insert again.',
  ),
  klecksPartlyShown: sentence(
    'busy',
    () =>
      'A part of the selection lies outside of Klecks’ window; zoom out until all of it is seen, or undo the selection, then capture again.',
  ),
  photopeaKeepsNoKeys: sentence('no-layer', () => 'Photopea can’t be asked for a certain layer; click it there, then press Capture.'),
  layerGone: sentence('no-layer', (name) => `“${name}” is gone, or not the current layer of the editor; click it there and press Capture.`),
  noMemory: sentence('unexpected', () => 'The browser has no memory for a picture of that size; make it smaller.'),
  notReadable: sentence('unexpected', () => 'The browser refused to read the picture; reload the page and try again.'),
  notWritable: sentence('unexpected', () => 'The browser could not write the picture; make it smaller and try again.'),
  refused: sentence('unexpected', (words) => `The page’s editor failed with “${words}”; reload the page and try again.`),
  pageClosed: sentence(
    'page-closed',
    () => 'The page was closed, went to another address or gave no answer; open the editor and try again.',
  ),
  notUnderstood: sentence('unexpected', () => 'The page answered what makes no sense; reload it and try again.'),
};

export type SentenceKey = keyof typeof SENTENCES;
export const SENTENCE_KEYS = Object.keys(SENTENCES) as SentenceKey[];
