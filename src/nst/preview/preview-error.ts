export type PreviewErrorCode = 'picture-too-large' | 'picture-empty' | 'bad-weights' | 'bad-style' | 'no-backend';

/** A preview can't be made; the message is a sentence for the user. */
export class PreviewError extends Error {
  constructor(
    readonly code: PreviewErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'PreviewError';
  }
}
