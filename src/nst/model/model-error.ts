/** What is wrong with a pre-trained network's files. */
export type ModelErrorCode = 'model-missing' | 'model-damaged' | 'model-unsupported';

/** A pre-trained network can't be used; the message is a sentence for the user that names the file. */
export class ModelError extends Error {
  constructor(
    readonly code: ModelErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'ModelError';
  }
}
