import type { Engine, Tensor } from '../../src/nst/engines/engine';
import { createWasmEngine } from '../../src/nst/engines/wasm';
import { BenchEvaluation } from './bench-evaluation';

export interface BenchRequest {
  size: number;
  threads: number;
  repeats: number;
}

export interface BenchAnswer {
  description: string;
  runs: { forward: number; loss: number; backward: number }[];
  /** Seconds of one evaluation by operation and shape, the best of all runs. */
  operations: [name: string, seconds: number][];
  peakBytes: number;
}

self.onmessage = async ({ data }: MessageEvent<BenchRequest>) => {
  self.postMessage(await bench(data));
};

async function bench({ size, threads, repeats }: BenchRequest): Promise<BenchAnswer> {
  const engine = await createWasmEngine({
    loadKernels: async (fileName) => (await fetch(`/${fileName}`)).arrayBuffer(),
    createThread: () => new Worker('/thread.js'),
    threads,
  });
  const seconds = new Map<string, number[]>();
  const evaluation = new BenchEvaluation(timed(engine, seconds), size);
  for (let i = 0; i < 2; i++) await evaluation.run();
  seconds.clear();
  const runs = [];
  for (let i = 0; i < repeats; i++) runs.push(await evaluation.run());
  const answer = { description: engine.description, runs, operations: summary(seconds, repeats), peakBytes: engine.memory().peakBytes };
  engine.destroy();
  return answer;
}

/** The engine with a stopwatch on every operation, all of which are synchronous. */
function timed(engine: Engine, seconds: Map<string, number[]>): Engine {
  return new Proxy(engine, {
    get(target, property) {
      const member: unknown = Reflect.get(target, property);
      if (typeof member !== 'function') return member;
      return (...values: unknown[]): unknown => {
        const started = performance.now();
        const result: unknown = Reflect.apply(member, target, values);
        const name = labelOf(String(property), values, result);
        seconds.set(name, [...(seconds.get(name) ?? []), (performance.now() - started) / 1e3]);
        return result;
      };
    },
  });
}

function labelOf(operation: string, values: unknown[], result: unknown): string {
  const shape = [result, ...values].map((value) => (value as Tensor | null)?.shape).find(Boolean);
  const input = (values[0] as Tensor | null)?.shape;
  return `${operation} ${input?.join('×') ?? ''}${shape && shape !== input ? ` → ${shape.join('×')}` : ''}`;
}

function summary(seconds: Map<string, number[]>, repeats: number): [string, number][] {
  const rows = [...seconds].map(([name, times]): [string, number] => [name, (Math.min(...times) * times.length) / repeats]);
  return rows.sort((a, b) => b[1] - a[1]);
}
