import { UserFacingError } from '../../protocol/failure';
import type { RunForecast } from '../../protocol/forecast';
import type { JobRequest } from '../../protocol/job';
import type { FromWorker, ToWorker } from './worker-messages';

interface Question {
  id: string;
  resolve(forecast: RunForecast): void;
  reject(error: Error): void;
}

type Answer = Extract<FromWorker, { type: 'forecast' | 'no-forecast' }>;

/** Questions about runs that have not begun; the newest is the only one that counts. */
export class ForecastDesk {
  private question: Question | null = null;

  ask(request: JobRequest, post: (message: ToWorker) => void): Promise<RunForecast> {
    this.giveUp();
    const id = crypto.randomUUID();
    return new Promise((resolve, reject) => {
      this.question = { id, resolve, reject };
      post({ type: 'forecast', id, request });
    });
  }

  answered(answer: Answer): void {
    if (this.question?.id !== answer.id) return;
    if (answer.type === 'forecast') this.question.resolve(answer.forecast);
    else this.question.reject(new UserFacingError(answer.failure.code, answer.failure.message));
    this.question = null;
  }

  /** For another question or a job, or because the Worker is gone. */
  giveUp(): void {
    this.question?.reject(new UserFacingError('cancelled', 'The forecast is no longer wanted.'));
    this.question = null;
  }
}
