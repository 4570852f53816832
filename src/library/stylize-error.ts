/** A run that can't be made; the message is one sentence for the page's user that says what to do. */
export class StylizeError extends Error {
  constructor(
    /** For programs, such as "bad-setting" or "nothing-visible". */
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'StylizeError';
  }
}
