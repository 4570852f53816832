import type { EvaluationRow } from '../report';
import type { ScaleStep } from '../settings';

/**
 * Work done of what was done and is still planned, 0…1, where an evaluation counts by its pixels. What an early stop left
 * out is neither, so time spent and time left stay in proportion.
 */
export function fractionDone(rows: readonly Pick<EvaluationRow, 'scale'>[], left: readonly ScaleStep[]): number {
  const done = rows.reduce((sum, { scale }) => sum + scale ** 2, 0);
  const ahead = left.reduce((sum, { scale, evaluations }) => sum + scale ** 2 * evaluations, 0);
  return done / (done + ahead);
}

/** The schedule from one of its steps on, of which some evaluations were done. */
export function stepsLeft(steps: readonly ScaleStep[], index: number, done: number): ScaleStep[] {
  const { scale, evaluations } = steps[index];
  return [{ scale, evaluations: Math.max(0, evaluations - done) }, ...steps.slice(index + 1)];
}
