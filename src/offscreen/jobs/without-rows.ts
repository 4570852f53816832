import type { JobState } from '../../protocol/job';

/** Without every evaluation's losses, which are long and which no list shows. */
export function withoutRows(state: JobState): JobState {
  const { result } = state;
  return result === null ? state : { ...state, result: { ...result, report: { ...result.report, evaluations: [] } } };
}
