import type { Engine } from '../engine';
import { EngineError } from '../engine-error';
import { chooseBuild, supportsSimd, supportsThreads } from './choose-build';
import { Heap } from './heap';
import { instantiateKernels } from './kernels';
import { ThreadTeam, type Thread } from './thread-team';
import { wasmEngineOn } from './wasm-engine';

export interface WasmEngineOptions {
  /** Reads one of the files that tools/build-kernels.ts makes, such as "kernels-relaxed-shared.wasm". */
  loadKernels: (fileName: string) => Promise<ArrayBuffer>;
  /** Starts a worker that runs thread.ts; without it, or without shared memory, everything runs on this thread. */
  createThread?: () => Thread;
  /** Threads in all, this one included; by default one for each core, at most eight. */
  threads?: number;
  /** The most that the engine's memory may grow to. */
  memoryLimitBytes?: number;
  /** How long a helper thread may take to start, or to finish a portion of work, before it counts as dead. */
  patienceMilliseconds?: number;
}

const MOST_THREADS = 8;
const LARGEST_MEMORY = 65535 * 65536;
const PATIENCE_MILLISECONDS = 20_000;

/**
 * Our own kernels in WebAssembly: SIMD, several threads over shared memory, Winograd's minimal filtering.
 * Rejects with EngineError('unsupported') where there is no SIMD, ('out-of-memory') and ('thread-died').
 */
export async function createWasmEngine(options: WasmEngineOptions): Promise<Engine> {
  if (!supportsSimd()) throw new EngineError('unsupported', 'This browser runs WebAssembly without SIMD; use a newer one.');
  const helpers = helperCount(options);
  const build = chooseBuild(helpers > 0);
  const module = await WebAssembly.compile(await options.loadKernels(build.fileName));
  const heap = new Heap({ shared: helpers > 0, limitBytes: options.memoryLimitBytes ?? LARGEST_MEMORY });
  const kernels = await instantiateKernels(module, heap.memory, 0);
  const team = helpers > 0 ? await startTeam(options, helpers, module, heap, kernels) : ThreadTeam.alone(kernels);
  return wasmEngineOn({ heap, kernels, team }, describe(build.relaxedSimd, team.size));
}

function helperCount({ createThread, threads }: WasmEngineOptions): number {
  if (!createThread || !supportsThreads()) return 0;
  const cores = typeof navigator === 'undefined' ? 1 : navigator.hardwareConcurrency;
  return Math.max(1, Math.min(MOST_THREADS, threads ?? cores)) - 1;
}

function startTeam(
  { createThread, patienceMilliseconds = PATIENCE_MILLISECONDS }: WasmEngineOptions,
  helpers: number,
  module: WebAssembly.Module,
  { memory }: Heap,
  kernels: Awaited<ReturnType<typeof instantiateKernels>>,
): Promise<ThreadTeam> {
  const threads = Array.from({ length: helpers }, () => createThread!());
  return ThreadTeam.start(kernels, { module, memory }, threads, patienceMilliseconds);
}

function describe(relaxedSimd: boolean, threads: number): string {
  return `WebAssembly, ${relaxedSimd ? 'relaxed SIMD' : 'SIMD'}, ${threads} thread${threads === 1 ? '' : 's'}`;
}
