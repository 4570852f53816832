import type { StylizeProgress } from '../../nst/run/stylize-options';
import type { JobProgress } from '../../protocol/job';

export function progressOf(progress: StylizeProgress): JobProgress {
  const { row, scaleIndex, scaleCount, evaluations, width, height, remainingSeconds, fractionDone } = progress;
  return {
    evaluation: row.evaluation,
    evaluations,
    scale: scaleIndex,
    scales: scaleCount,
    width,
    height,
    elapsedMs: row.elapsedMs,
    remainingMs: 1000 * remainingSeconds,
    fractionDone,
    content: row.content,
    style: row.style,
    tv: row.tv,
    total: row.total,
  };
}
