/** What is wrong with a picture that a run was given. */
export type ImageErrorCode = 'nothing-visible' | 'nothing-selected' | 'too-large' | 'tiles-needed';

/** A picture can't be used; the message is a sentence for the user that says what to do. */
export class ImageError extends Error {
  constructor(
    readonly code: ImageErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'ImageError';
  }
}
