import { useSignal } from '@preact/signals';
import { Icon } from '../components/Icon';
import { contentUrl, resultUrl } from '../state/job';

/** Before on the left, after on the right; the whole picture is the slider. */
export function Compare() {
  const split = useSignal(30);
  return (
    <div class="compare" style={{ '--split': `${split.value}%` }} data-testid="compare">
      <img class="after" src={resultUrl.value ?? undefined} alt="Result" data-testid="result" />
      <img class="before checkered" src={contentUrl.value ?? undefined} alt="Before" />
      <span class="compare-line" aria-hidden="true">
        <span class="compare-handle">
          <Icon name="handle" />
        </span>
      </span>
      <input
        type="range"
        min={0}
        max={100}
        step={0.5}
        value={split.value}
        aria-label="Compare before and after"
        aria-valuetext={`${Math.round(split.value)} % before`}
        data-testid="compare-slider"
        onInput={({ currentTarget }) => (split.value = currentTarget.valueAsNumber)}
      />
    </div>
  );
}
