import * as fc from 'fast-check';
import type { Entry } from './entry';
import { COMMAND_LINE } from './entries/command-line';
import { FILES } from './entries/files';
import { JOBS } from './entries/jobs';
import { MESSAGES } from './entries/messages';
import { NETWORKS } from './entries/networks';
import { PAGES } from './entries/pages';

export const ENTRIES: readonly Entry[] = [...MESSAGES, ...PAGES, ...FILES, ...COMMAND_LINE, ...JOBS, ...NETWORKS];

export interface FuzzResult {
  entry: string;
  cases: number;
  slowestMs: number;
  /** Null: everything held. */
  problem: string | null;
}

/** A case that takes longer keeps people waiting. */
const MOST_MS = 1000;

export async function fuzz({ name, property }: Entry, cases: number, seed: number): Promise<FuzzResult> {
  let slowestMs = 0;
  let begun = 0;
  const timed = property()
    .beforeEach(() => void (begun = performance.now()))
    .afterEach(() => void (slowestMs = Math.max(slowestMs, performance.now() - begun)));
  const details = await fc.check(timed, { numRuns: cases, seed, endOnFailure: false });
  const slow = slowestMs > MOST_MS ? `A case took ${Math.round(slowestMs)} ms.` : null;
  const broken = details.failed ? fc.stringify(details.counterexample).slice(0, 400) : null;
  const problem = broken ? `${String(details.errorInstance).slice(0, 300)} For ${broken}` : slow;
  return { entry: name, cases: details.numRuns, slowestMs, problem };
}
