/** J came out as no number: what it was of is of no use, and nothing can be improved from there. */
export class NotFiniteError extends Error {
  constructor() {
    super('J is not a number.');
    this.name = 'NotFiniteError';
  }
}
