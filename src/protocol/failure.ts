/** What went wrong, as data that survives messages between contexts. */
export interface Failure {
  /** For programs, such as "no-editor" or "job-running". */
  code: string;
  /** For people: one sentence that says what to do. */
  message: string;
}

/** An error whose message is meant for the user. */
export class UserFacingError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'UserFacingError';
  }
}

export function failureOf(error: unknown): Failure {
  if (error instanceof Error) {
    const code = 'code' in error && typeof error.code === 'string' ? error.code : 'unexpected';
    return { code, message: error.message };
  }
  return { code: 'unexpected', message: String(error) };
}
