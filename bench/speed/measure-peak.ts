import type { IsolatedPage } from '../isolated-page';
import { FLOP_PER_STEP } from './peak-kernel';
import type { PeakAnswer, PeakRequest } from './peak-worker';

const STEPS = 100_000_000;
const RUNS = 3;

/** GFLOP/s of 128-bit fused multiply-adds in WebAssembly on so many threads at once: the most any of its kernels could do. */
export async function measurePeak(page: IsolatedPage, threads: number): Promise<number> {
  let best = 0;
  for (let run = 0; run < RUNS; run++) {
    const workers = await Promise.all(Array.from({ length: threads }, () => page.startWorker<PeakRequest, PeakAnswer>('peak-worker.js')));
    const answers = await Promise.all(workers.map((worker) => worker.ask({ steps: STEPS })));
    await Promise.all(workers.map((worker) => worker.end()));
    const rates = answers.map(({ startedAt, endedAt }) => (STEPS * FLOP_PER_STEP) / (endedAt - startedAt) / 1e6);
    best = Math.max(
      best,
      rates.reduce((sum, rate) => sum + rate, 0),
    );
  }
  return best;
}
