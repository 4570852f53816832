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

/** What went wrong in an editor; the message is one sentence for the user that says what to do. */
export class EditorError extends Error {
  constructor(
    readonly code: EditorErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'EditorError';
  }
}
