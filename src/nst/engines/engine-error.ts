/** Why an engine can't go on; the run may continue on another one. */
export type EngineErrorCode = 'out-of-memory' | 'context-lost' | 'thread-died' | 'unsupported' | 'wrong-result';

/** A failure of the engine or of the device under it, with a sentence for the user. */
export class EngineError extends Error {
  constructor(
    readonly code: EngineErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'EngineError';
  }
}
