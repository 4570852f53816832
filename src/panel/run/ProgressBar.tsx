import { isRunning, job } from '../state/job';
import { isStarting } from '../state/start-job';
import { translate } from '../../texts/translate';

/** Along the top edge of the action bar; moves to and fro until the first evaluation is done. */
export function ProgressBar() {
  const progress = job.value?.progress ?? null;
  const active = isRunning.value || isStarting.value;
  const share = progress && isRunning.value ? progress.fractionDone : null;
  return (
    <div
      class={`progress ${active ? 'active' : ''} ${share === null ? 'unknown' : ''}`}
      role="progressbar"
      aria-label={translate`Progress`}
      aria-hidden={!active}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={share === null ? undefined : Math.floor(100 * share)}
      data-testid="progress"
      data-evaluation={progress?.evaluation ?? 0}
      data-evaluations={progress?.evaluations ?? 0}
    >
      <span style={{ inlineSize: `${100 * (share ?? 0)}%` }} />
    </div>
  );
}
