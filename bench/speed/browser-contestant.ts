import type { IsolatedPage } from '../isolated-page';
import type { BenchAnswer, BenchRequest, Opened } from './bench-worker';
import { Unavailable, type BenchEngine, type Contestant, type Evaluation } from './engines';

/** An engine in a worker of its own, on a page of a real browser. */
export async function openInBrowser(page: IsolatedPage, engine: BenchEngine): Promise<Contestant> {
  const worker = await page.startWorker<BenchRequest, BenchAnswer>('bench-worker.js');
  const ask = async <T>(request: BenchRequest): Promise<T> => {
    const answer = await worker.ask(request);
    if (!answer.ok) throw new Error(answer.message);
    return answer.value as T;
  };
  const opened = await ask<Opened>({ type: 'open', engine }).catch(async (error: unknown) => {
    await worker.end();
    throw new Unavailable(error instanceof Error ? error.message : String(error), { cause: error });
  });
  return {
    engine,
    ...opened,
    prepare: (size) => ask({ type: 'prepare', size }),
    evaluate: () => ask<Evaluation>({ type: 'evaluate' }),
    peakBytes: () => ask<number>({ type: 'peakBytes' }),
    close: () => worker.end(),
  };
}
