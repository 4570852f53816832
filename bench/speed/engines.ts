/** What `npm run bench` compares, from the plainest to ours. */
export const BENCH_ENGINES = [
  'naive-tfjs-wasm',
  'naive-tfjs-webgl',
  'tfjs-wasm',
  'tfjs-webgl',
  'tfjs-webgpu',
  'wasm-1',
  'wasm-2',
  'webgl',
  'webgpu',
  'pytorch-2',
] as const;

export type BenchEngine = (typeof BENCH_ENGINES)[number];

/** Threads of PyTorch, and of the widest of our own engines. */
export const MOST_THREADS = 2;

/** Seconds of one evaluation's parts, and what it computed, so that all engines can be seen to do the same. */
export interface Evaluation {
  forward: number;
  loss: number;
  backward: number;
  /** J(G). */
  total: number;
  /** ‖∂J/∂G‖₂ where the engine can tell cheaply. */
  gradientNorm: number;
}

/** An engine that is ready for evaluations of one size. */
export interface Contestant {
  readonly engine: BenchEngine;
  readonly description: string;
  /** CPU threads that it computes on; null where they can't be known. */
  readonly threads: number | null;
  /** Makes everything for G, C and S of this side; what was there before is freed. */
  prepare(size: number): Promise<void>;
  evaluate(): Promise<Evaluation>;
  /** The most that it held since `prepare`, by its own account. */
  peakBytes(): Promise<number>;
  close(): Promise<void>;
}

/** An engine that this machine lacks; the message says why. */
export class Unavailable extends Error {}
