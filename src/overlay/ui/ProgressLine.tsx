import { translate } from '../../texts/translate';
import { isAtWorkNow, isPainting, isRefining, run } from '../state';
import { statusWords } from '../words';

/** A thin line along the upper edge; moves to and fro where nothing is known yet. */
export function ProgressLine() {
  const share = isRefining.value ? (run.value?.fractionDone ?? null) : null;
  const isBusy = isPainting.value || isRefining.value;
  const isUnknown = share === null && (isPainting.value || isAtWorkNow.value);
  return (
    <div
      class={`progress ${isBusy ? 'busy' : ''} ${isUnknown ? 'unknown' : ''}`}
      role="progressbar"
      aria-label={translate`Progress`}
      aria-hidden={!isBusy}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={share === null ? undefined : Math.floor(100 * share)}
      aria-valuetext={statusWords.value ?? undefined}
      data-testid="overlay-progress"
    >
      <span style={{ inlineSize: `${100 * (share ?? 0)}%` }} />
    </div>
  );
}
