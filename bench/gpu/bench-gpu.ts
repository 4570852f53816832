/**
 * `npm run bench:gpu`: seconds per evaluation of J and its gradient by WebGPU on this machine's graphics card, in Node, beside
 * the card's own floors and, where torch is there, PyTorch on the same card. --size 256 (repeatable), --repeats 10,
 * --json FILE; --pack FILE.tar.xz writes all that a bare machine needs, to be unpacked and run by `sh bench-gpu/run.sh`;
 * --without-models leaves out the network where it is brought another way.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createWebgpuEngine } from '../../src/nst/engines/webgpu';
import type { Engine } from '../../src/nst/engines/engine';
import { checkEngine } from '../../src/nst/engines/probe-engine';
import { loadModel } from '../../src/nst/model/load-model';
import type { Model } from '../../src/nst/model/model';
import { numberFlag, parseFlags } from '../../tools/cli/options';
import { openGpu } from '../../tools/gpu/open-gpu';
import { EngineEvaluation } from '../speed/engine-evaluation';
import { Unavailable } from '../speed/engines';
import { flopOfEvaluation } from '../speed/flop-count';
import { LAST_LAYER } from '../speed/objective';
import { openPytorch, type PytorchDevice } from '../speed/pytorch-contestant';
import { floorsOf, type Floors } from './floors';
import { measureCard, type CardPeaks } from './measure-card';

interface Row {
  runner: string;
  size: number;
  /** Of one evaluation; the median and the least of all repeats. */
  seconds: number;
  leastSeconds: number;
  forward: number;
  backward: number;
  /** Of direct convolutions, per second of the median. */
  effectiveGflops: number;
  total: number;
  gradientNorm: number;
  peakBytes: number;
  /** Kernels of one evaluation; null where they aren't known. */
  dispatches: number | null;
}

interface Runner {
  description: string;
  prepare(size: number): Promise<void>;
  evaluate(): Promise<{ forward: number; loss: number; backward: number; total: number; gradientNorm: number }>;
  peakBytes(): Promise<number> | number;
  dispatched?(): number;
  close(): Promise<void> | void;
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.pack) return (await import('./pack')).pack(options.pack, { models: !options.withoutModels });
  const gpu = await openGpu();
  const peaks = await measureCard(gpu);
  console.log(`${peaks.gflops.toFixed(0)} GFLOP/s of multiply-adds, ${peaks.gigabytesPerSecond.toFixed(0)} GB/s copied, both by WebGPU`);
  const model = await loadModel(readFromDisk, 'models/vgg16', undefined, { lastLayer: LAST_LAYER });
  const rows: Row[] = [];
  for (const open of [
    ...options.portions.map((portion) => () => openEngine(gpu, model, portion)),
    () => openTorch('cuda'),
    () => openTorch('cuda-tf32'),
  ]) {
    const runner = await open();
    if (runner) rows.push(...(await measure(runner, options)));
  }
  tell(rows, options.sizes, peaks);
  if (options.profile) for (const size of options.sizes) await profile(gpu, model, size);
  if (options.json) await writeFile(options.json, `${JSON.stringify({ peaks, rows }, null, 2)}\n`);
  // Dawn's threads would keep Node alive.
  process.exit(0);
}

async function openEngine(gpu: GPU, model: Model, portion: number): Promise<Runner> {
  const engine = await createWebgpuEngine({ gpu, portionBytes: portion * 2 ** 20 });
  await checkEngine(engine);
  console.log(`${(1e3 * (await secondsOfAWait(engine))).toFixed(2)} ms for a wait with nothing to do`);
  let evaluation: EngineEvaluation | null = null;
  return {
    description: `${engine.description}, portions of ${portion} MiB`,
    async prepare(size) {
      evaluation?.dispose();
      evaluation = await EngineEvaluation.create(engine, model, size);
      engine.resetPeak();
    },
    evaluate: () => evaluation!.evaluate(),
    peakBytes: () => engine.memory().reservedBytes ?? engine.memory().peakBytes,
    dispatched: () => engine.dispatched(),
    close: () => engine.destroy(),
  };
}

/** Where the time of one evaluation goes, by the device's own clock. */
async function profile(gpu: GPU, model: Model, size: number): Promise<void> {
  const engine = await createWebgpuEngine({ gpu, timesKernels: true });
  const evaluation = await EngineEvaluation.create(engine, model, size);
  await evaluation.evaluate();
  await engine.kernelTimes();
  await evaluation.evaluate();
  const times = [...((await engine.kernelTimes()) ?? [])].sort(([, a], [, b]) => b.seconds - a.seconds);
  console.log(`\n${size} px, ms and runs by kernel:`);
  for (const [name, { seconds, runs }] of times)
    console.log(`${(seconds * 1e3).toFixed(3).padStart(9)} ${String(runs).padStart(4)}  ${name}`);
  engine.destroy();
}

async function secondsOfAWait(engine: Engine): Promise<number> {
  const scalar = engine.zeros([1]);
  const startedAt = performance.now();
  for (let i = 0; i < 20; i++) await engine.readScalars([scalar]);
  engine.dispose(scalar);
  return (performance.now() - startedAt) / 20e3;
}

async function openTorch(device: PytorchDevice): Promise<Runner | null> {
  try {
    return await openPytorch(device);
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    console.log(error.message);
    return null;
  }
}

async function measure(runner: Runner, { sizes, repeats }: { sizes: readonly number[]; repeats: number }): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of sizes) {
    try {
      await runner.prepare(size);
      await runner.evaluate();
      const before = runner.dispatched?.() ?? null;
      const evaluations = [];
      for (let i = 0; i < repeats; i++) evaluations.push(await runner.evaluate());
      evaluations.sort((a, b) => secondsOf(a) - secondsOf(b));
      const median = evaluations[Math.floor(repeats / 2)];
      rows.push({
        runner: runner.description,
        size,
        seconds: secondsOf(median),
        leastSeconds: secondsOf(evaluations[0]),
        ...median,
        effectiveGflops: flopOfEvaluation(size, size) / secondsOf(median) / 1e9,
        peakBytes: await runner.peakBytes(),
        dispatches: before === null ? null : (runner.dispatched!() - before) / repeats,
      });
      console.log(`${runner.description}, ${size} px: ${(secondsOf(median) * 1e3).toFixed(1)} ms`);
    } catch (error) {
      console.log(`${runner.description}, ${size} px: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  await runner.close();
  return rows;
}

function secondsOf({ forward, loss, backward }: { forward: number; loss: number; backward: number }): number {
  return forward + loss + backward;
}

function tell(rows: readonly Row[], sizes: readonly number[], peaks: CardPeaks): void {
  console.log('\nsize  ms     least  forward  backward  eff. GFLOP/s  J        ‖∂J/∂G‖   GiB   dispatches  runner');
  for (const row of rows) {
    const { size, seconds, leastSeconds, forward, backward, effectiveGflops, total, gradientNorm, peakBytes, dispatches, runner } = row;
    const milliseconds = [seconds, leastSeconds, forward, backward].map((value) => (value * 1e3).toFixed(1).padStart(7)).join(' ');
    const memory = (peakBytes / 2 ** 30).toFixed(2);
    console.log(
      `${String(size).padEnd(5)}${milliseconds} ${effectiveGflops.toFixed(0).padStart(8)}  ${total.toFixed(5)}  ${gradientNorm.toExponential(3)}  ${memory}  ${String(dispatches ?? '–').padStart(10)}  ${runner}`,
    );
  }
  for (const size of sizes) {
    const floors: Floors = floorsOf(size, peaks);
    console.log(
      `${size} px: ${floors.gflop.toFixed(1)} GFLOP of Winograd's products, at least ${(floors.arithmeticSeconds * 1e3).toFixed(2)} ms; ` +
        `${floors.gigabytes.toFixed(2)} GB of maps, at least ${(floors.memorySeconds * 1e3).toFixed(2)} ms`,
    );
  }
}

function readOptions(args: string[]): {
  sizes: readonly number[];
  repeats: number;
  json: string | null;
  pack: string | null;
  withoutModels: boolean;
  profile: boolean;
  portions: readonly number[];
} {
  const flags = parseFlags(
    {
      size: { type: 'string', multiple: true, default: ['256', '512', '1024', '2048'] },
      repeats: { type: 'string', default: '10' },
      json: { type: 'string' },
      pack: { type: 'string' },
      profile: { type: 'boolean', default: false },
      portion: { type: 'string', multiple: true, default: ['256'] },
      'without-models': { type: 'boolean', default: false },
    },
    args,
  );
  return {
    sizes: flags.size.map((text) => numberFlag('size', text, { minimum: 32, whole: true })),
    repeats: numberFlag('repeats', flags.repeats, { minimum: 1, whole: true }),
    json: flags.json ?? null,
    pack: flags.pack ?? null,
    profile: flags.profile,
    portions: flags.portion.map((text) => numberFlag('portion', text, { minimum: 1, whole: true })),
    withoutModels: flags['without-models'],
  };
}

async function readFromDisk(file: string): Promise<ArrayBuffer> {
  return Uint8Array.from(await readFile(path.resolve(file))).buffer;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
