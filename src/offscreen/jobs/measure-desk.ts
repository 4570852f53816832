import { UserFacingError, type Failure } from '../../protocol/failure';
import type { ToWorker } from './worker-messages';

/** Those who asked for the engines to be timed anew; whoever asks meanwhile gets the same answer. */
export class MeasureDesk {
  private question: { id: string; answer: Promise<null>; resolve(answer: null): void; reject(error: Error): void } | null = null;

  ask(post: (message: ToWorker) => void): Promise<null> {
    if (this.question) return this.question.answer;
    const id = crypto.randomUUID();
    let [resolve, reject]: [(answer: null) => void, (error: Error) => void] = [() => undefined, () => undefined];
    const answer = new Promise<null>((resolved, rejected) => ([resolve, reject] = [resolved, rejected]));
    this.question = { id, answer, resolve, reject };
    post({ type: 'measure', id });
    return answer;
  }

  answered(id: string, failure: Failure | null): void {
    if (this.question?.id !== id) return;
    if (failure) this.question.reject(new UserFacingError(failure.code, failure.message));
    else this.question.resolve(null);
    this.question = null;
  }

  /** The Worker is gone. */
  giveUp(): void {
    if (this.question) this.answered(this.question.id, { code: 'not-measured', message: 'Measuring was interrupted; measure again.' });
  }
}
