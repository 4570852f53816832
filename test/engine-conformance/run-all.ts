import type { Engine } from '../../src/nst/engines/engine';
import { runCase, type ConformanceCase } from './case';
import { CONVOLUTION_CASES } from './convolutions';
import { OPERATION_CASES } from './operations';
import { POSITION_CASES } from './position-operations';

export const ALL_CASES: readonly ConformanceCase[] = [...OPERATION_CASES, ...POSITION_CASES, ...CONVOLUTION_CASES];

/** Runs the cases one after the other; the names of those that failed, with what went wrong. */
export async function failuresOf(engine: Engine, cases: readonly ConformanceCase[]): Promise<string[]> {
  const failures: string[] = [];
  for (const one of cases) await runCase(engine, one).catch((error: Error) => failures.push(`${one.name}: ${error.message}`));
  return failures;
}
