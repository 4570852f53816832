export type EngineErrorCode = 'out-of-memory' | 'context-lost' | 'thread-died' | 'unsupported' | 'wrong-result';

/** An engine can't go on; the message is a sentence for the user. Another engine may take over. */
export class EngineError extends Error {
  constructor(
    readonly code: EngineErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'EngineError';
  }
}
