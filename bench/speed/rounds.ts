import type { BenchEngine, Contestant, Evaluation } from './engines';

export interface RoundsOptions {
  size: number;
  /** Evaluations of each engine, if its budget allows. */
  repeats: number;
  /** Seconds for one engine at one size; an engine that needs more for one evaluation is skipped. */
  budgetSeconds: number;
  tell: (line: string) => void;
}

export interface Measured {
  contestant: Contestant;
  evaluations: Evaluation[];
  peakBytes: number;
}

export interface Skipped {
  engine: BenchEngine;
  size: number;
  reason: string;
}

/** Small enough to be quick on the slowest engine; from it the time for larger sizes is foretold. */
const TRIAL_SIZE = 64;
/** A first evaluation compiles programs and packs weights; where it costs more than this, the trial must do. */
const LONGEST_WARM_UP_SECONDS = 10;

/** Measures engines in turn, evaluation by evaluation, so that a busy moment of the machine hits all of them. */
export async function measureInRounds(
  contestants: readonly Contestant[],
  { size, repeats, budgetSeconds, tell }: RoundsOptions,
): Promise<{ measured: Measured[]; skipped: Skipped[] }> {
  const measured: Measured[] = [];
  const skipped: Skipped[] = [];
  const counts = new Map<Measured, number>();
  for (const contestant of contestants) {
    const seconds = await foretell(contestant, size);
    const count = affordableRepeats(seconds, repeats, budgetSeconds);
    if (count === 0) {
      const reason = `one evaluation would take about ${seconds.toFixed(0)} s, more than the budget of ${budgetSeconds} s`;
      skipped.push({ engine: contestant.engine, size, reason });
      continue;
    }
    tell(`${contestant.engine}: ${count} × about ${seconds.toPrecision(2)} s`);
    await contestant.prepare(size);
    if (seconds < LONGEST_WARM_UP_SECONDS) await contestant.evaluate();
    const entry = { contestant, evaluations: [], peakBytes: 0 };
    measured.push(entry);
    counts.set(entry, count);
  }
  for (let round = 0; round < repeats; round++) {
    for (const entry of measured) {
      if (isDue(round, counts.get(entry)!, repeats)) entry.evaluations.push(await entry.contestant.evaluate());
    }
  }
  for (const entry of measured) entry.peakBytes = await entry.contestant.peakBytes();
  return { measured, skipped };
}

/** Seconds of an evaluation at a size, from a small one: all of the work grows with the pixels. */
async function foretell(contestant: Contestant, size: number): Promise<number> {
  await contestant.prepare(TRIAL_SIZE);
  await contestant.evaluate();
  return secondsOf(await contestant.evaluate()) * (size / TRIAL_SIZE) ** 2;
}

/** 0 where not even one evaluation fits the budget. */
function affordableRepeats(seconds: number, repeats: number, budgetSeconds: number): number {
  return seconds > budgetSeconds ? 0 : Math.min(repeats, Math.floor(budgetSeconds / seconds));
}

/** Spreads `count` evaluations evenly over the rounds. */
function isDue(round: number, count: number, rounds: number): boolean {
  return Math.floor(((round + 1) * count) / rounds) > Math.floor((round * count) / rounds);
}

export function secondsOf({ forward, loss, backward }: Pick<Evaluation, 'forward' | 'loss' | 'backward'>): number {
  return forward + loss + backward;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
