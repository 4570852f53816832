/** There is nothing of what is looked for; the message is a sentence for the user. */
export class MaskError extends Error {
  readonly code = 'nothing-found';

  constructor(message: string) {
    super(message);
    this.name = 'MaskError';
  }
}
