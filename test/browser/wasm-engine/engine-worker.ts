import type { Engine, Tensor } from '../../../src/nst/engines/engine';
import { EngineError } from '../../../src/nst/engines/engine-error';
import { createWasmEngine } from '../../../src/nst/engines/wasm';
import { randomNumbers } from '../../unit/reference-operations';

/** What the test asks of the engine in a worker of the browser. */
export interface EngineRequest {
  threads: number;
  /** The script of the helper threads; by default the engine's own. */
  threadScript?: string;
  /** How often the same work is done. */
  rounds?: number;
  memoryLimitBytes?: number;
}

export interface EngineAnswer {
  description: string;
  /** The results of the same work, to compare between numbers of threads. */
  results: number[][];
  failure: { code: string; message: string } | null;
  milliseconds: number;
}

self.onmessage = async ({ data }: MessageEvent<EngineRequest>) => {
  self.postMessage(await answer(data));
};

async function answer({ threads, threadScript = '/thread.js', rounds = 1, memoryLimitBytes }: EngineRequest): Promise<EngineAnswer> {
  const engine = await createWasmEngine({
    loadKernels: async (fileName) => (await fetch(`/${fileName}`)).arrayBuffer(),
    createThread: () => new Worker(threadScript),
    threads,
    memoryLimitBytes,
    patienceMilliseconds: 3000,
  });
  const started = performance.now();
  const outcome = await outcomeOf(async () => {
    for (let round = 1; round < rounds; round++) await someWork(engine);
    return someWork(engine);
  });
  engine.destroy();
  return { description: engine.description, ...outcome, milliseconds: performance.now() - started };
}

async function outcomeOf(work: () => Promise<number[][]>): Promise<Pick<EngineAnswer, 'results' | 'failure'>> {
  try {
    return { results: await work(), failure: null };
  } catch (reason) {
    if (!(reason instanceof EngineError)) throw reason;
    return { results: [], failure: { code: reason.code, message: reason.message } };
  }
}

/** Every way of sharing work: strips, blocks of tiles, stages, rows, pixels, chunks. */
async function someWork(engine: Engine): Promise<number[][]> {
  const next = randomNumbers(1);
  const random = (length: number): Float32Array => Float32Array.from({ length }, next);
  const first = engine.prepareConvolution(random(9 * 3 * 16), random(16), 3, 16);
  const second = engine.prepareConvolution(random(9 * 16 * 64), random(64), 16, 64);
  const image = engine.upload(random(125 * 131 * 3), [125, 131, 3]);
  const kept: Tensor[] = [engine.convolution(image, first)];
  kept.push(engine.convolution(kept[0], second));
  kept.push(engine.pool(kept[1], 'max'), engine.gramMatrix(kept[1], null));
  kept.push(engine.convolutionGradient(engine.copy(kept[1]), kept[1], second));
  kept.push(engine.convolutionGradient(kept[4], kept[0], first));
  const scalar = engine.dot(kept[1], kept[1]);
  const results = [await engine.readScalars([scalar]), ...(await Promise.all(kept.map((tensor) => sampleOf(engine, tensor))))];
  engine.dispose(image, scalar, ...kept);
  engine.disposeConvolution(first);
  engine.disposeConvolution(second);
  return results;
}

/** Every 97th value. */
async function sampleOf(engine: Engine, tensor: Tensor): Promise<number[]> {
  return Array.from((await engine.read(tensor)).filter((_, index) => index % 97 === 0));
}
