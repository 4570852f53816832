/** A file of a network can't be used; the message is a sentence that says what to do. */
export class NetworkFileError extends Error {
  readonly code = 'network-file';

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'NetworkFileError';
  }
}
