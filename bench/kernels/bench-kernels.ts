/**
 * Times the WebAssembly engine in a real browser, operation by operation:
 * tsx bench/kernels/bench-kernels.ts [--size 256] [--threads 2] [--repeats 7] [--operations 30]
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildKernels } from '../../tools/build-kernels';
import type { BenchAnswer, BenchRequest } from './bench-worker';
import { bundleScripts, openIsolatedPage } from '../isolated-page';

const OUTPUT = path.resolve('node_modules/.cache/brushover-bench-kernels');
/** Multiply-adds count as two. All 3×3 convolutions of VGG-16 through relu5_1, forward and backward, for one pixel. */
const FLOP_PER_PIXEL =
  2 *
  2 *
  9 *
  (3 * 64 + 64 * 64 + (64 * 128 + 128 ** 2) / 4 + (128 * 256 + 2 * 256 ** 2) / 16 + (256 * 512 + 2 * 512 ** 2) / 64 + 512 ** 2 / 256);

const { values } = parseArgs({
  options: {
    size: { type: 'string', multiple: true, default: ['256'] },
    threads: { type: 'string', multiple: true, default: ['2'] },
    repeats: { type: 'string', default: '7' },
    operations: { type: 'string', default: '30' },
  },
});

await buildKernels(OUTPUT);
await bundleScripts({ 'bench-worker': 'bench/kernels/bench-worker.ts', thread: 'src/nst/engines/wasm/thread.ts' }, OUTPUT);
const page = await openIsolatedPage([OUTPUT]);
try {
  for (const size of values.size) {
    for (const threads of values.threads) {
      const request = { size: Number(size), threads: Number(threads), repeats: Number(values.repeats) };
      print(request, await page.askWorker<BenchRequest, BenchAnswer>('bench-worker.js', request));
    }
  }
} finally {
  await page.close();
}

function print({ size }: BenchRequest, { description, runs, operations, peakBytes }: BenchAnswer): void {
  const part = (of: (run: BenchAnswer['runs'][number]) => number): number => {
    const sorted = runs.map(of).sort((a, b) => a - b);
    return sorted[sorted.length >> 1];
  };
  const total = part((run) => run.forward + run.loss + run.backward);
  const best = Math.min(...runs.map((run) => run.forward + run.loss + run.backward));
  const milliseconds = (seconds: number): string => (1e3 * seconds).toFixed(1);
  console.log(
    `\n${size}×${size}, ${description}: median ${milliseconds(total)} ms (best ${milliseconds(best)}), ${((FLOP_PER_PIXEL * size * size) / total / 1e9).toFixed(0)} effective GFLOP/s`,
  );
  console.log(
    `forward ${milliseconds(part((run) => run.forward))}, losses ${milliseconds(part((run) => run.loss))}, backward ${milliseconds(part((run) => run.backward))} ms; peak ${(peakBytes / 1e6).toFixed(0)} MB`,
  );
  for (const [name, seconds] of operations.slice(0, Number(values.operations)))
    console.log(`${milliseconds(seconds).padStart(8)}  ${name}`);
}
