import { cpus } from 'node:os';
import type { BenchEngine } from './engines';
import { flopOfEvaluation } from './flop-count';
import { median, secondsOf, type Measured, type Skipped } from './rounds';

export interface BenchRow {
  engine: BenchEngine;
  description: string;
  size: number;
  /** Medians over the repeats, in seconds. */
  secondsPerEvaluation: number;
  forward: number;
  loss: number;
  backward: number;
  repeats: number;
  /** Effective: as if every convolution were computed directly. */
  gflops: number;
  /** `gflops` over the machine's measured multiply-add peak on as many threads; above 1 where Winograd's method saves more than all else costs. */
  shareOfPeak: number;
  peakBytes: number;
  /** J(G), the same for all engines up to rounding. */
  total: number;
  gradientNorm: number;
}

export interface Machine {
  processor: string;
  cores: number;
  browser: string;
  /** GFLOP/s of fused multiply-adds on one thread and on two. */
  peakGflops: { [threads: number]: number };
}

export interface BenchReport {
  machine: Machine;
  rows: BenchRow[];
  skipped: Skipped[];
}

export function rowOf({ contestant, evaluations, peakBytes }: Measured, size: number, { peakGflops, cores }: Machine): BenchRow {
  const secondsPerEvaluation = median(evaluations.map(secondsOf));
  const gflops = flopOfEvaluation(size, size) / secondsPerEvaluation / 1e9;
  const threads = Math.min(contestant.threads ?? cores, cores, 2);
  return {
    engine: contestant.engine,
    description: contestant.description,
    size,
    secondsPerEvaluation,
    forward: median(evaluations.map(({ forward }) => forward)),
    loss: median(evaluations.map(({ loss }) => loss)),
    backward: median(evaluations.map(({ backward }) => backward)),
    repeats: evaluations.length,
    gflops,
    shareOfPeak: gflops / peakGflops[threads],
    peakBytes,
    total: evaluations[0].total,
    gradientNorm: evaluations[0].gradientNorm,
  };
}

export function describeMachine(): Pick<Machine, 'processor' | 'cores'> {
  const all = cpus();
  return { processor: all[0]?.model.trim() ?? 'unknown', cores: all.length };
}

const HEADINGS = ['engine', 'size', 'seconds', 'forward', 'loss', 'backward', 'GFLOP/s', 'of peak', 'memory', 'runs'];

/** A table for people, with how many times faster than plain tfjs and the slowest each engine is. */
export function tableOf({ rows, skipped }: BenchReport): string {
  const lines = [HEADINGS, ...rows.map(cellsOf)];
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((cells) => cells[column].length)));
  const table = lines.map((cells) => cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '));
  return [...table, ...skipped.map(({ engine, size, reason }) => `${engine} at ${size} px was skipped: ${reason}.`)].join('\n');
}

function cellsOf(row: BenchRow): string[] {
  const seconds = [row.secondsPerEvaluation, row.forward, row.loss, row.backward].map((value) => value.toFixed(3));
  const share = `${(100 * row.shareOfPeak).toFixed(0)} %`;
  return [row.engine, `${row.size}`, ...seconds, row.gflops.toFixed(1), share, `${(row.peakBytes / 1e6).toFixed(0)} MB`, `${row.repeats}`];
}

/** "wasm-2 is 68.0 × as fast as naive-tfjs-wasm" for the pairs that matter, at every size where both ran. */
export function comparisonsOf(rows: readonly BenchRow[]): string[] {
  const pairs: [BenchEngine, BenchEngine][] = [
    ['wasm-2', 'naive-tfjs-wasm'],
    ['wasm-2', 'pytorch-2'],
    ['webgl', 'naive-tfjs-webgl'],
  ];
  const sizes = [...new Set(rows.map(({ size }) => size))];
  return sizes.flatMap((size) =>
    pairs.flatMap(([ours, other]) => {
      const find = (name: BenchEngine): BenchRow | undefined => rows.find(({ engine, size: at }) => engine === name && at === size);
      const [a, b] = [find(ours), find(other)];
      return a && b ? [`${size} px: ${ours} is ${(b.secondsPerEvaluation / a.secondsPerEvaluation).toFixed(2)} × as fast as ${other}`] : [];
    }),
  );
}

/** Rounding of float32 sums in another order, and of Winograd's transforms. */
const TOLERANCE = 2e-3;

/** Engines whose J or gradient is not that of the others at a size: their times would compare different work. */
export function disagreements(rows: readonly BenchRow[]): string[] {
  return rows.flatMap((row) => {
    const peers = rows.filter(({ size }) => size === row.size);
    const close = (of: (row: BenchRow) => number): boolean => Math.abs(of(row) / median(peers.map(of)) - 1) <= TOLERANCE;
    if (close(({ total }) => total) && close(({ gradientNorm }) => gradientNorm)) return [];
    return [`${row.engine} at ${row.size} px computes J = ${row.total} with a gradient of norm ${row.gradientNorm}, unlike the others.`];
  });
}
