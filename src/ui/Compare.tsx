import { useSignal, type Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { Icon } from './Icon';
import { translate } from '../texts/translate';

interface CompareProps {
  /** Address of the picture on the left. */
  before: string | null;
  /** How much of it is in sight, in per cent; where nobody else asks, the comparison's own. */
  split?: Signal<number>;
  /** The picture on the right, of the class "after". */
  children: ComponentChildren;
}

/** Before on the left, after on the right; the whole picture is the slider. */
export function Compare({ before, split: asked, children }: CompareProps) {
  const own = useSignal(30);
  const split = asked ?? own;
  return (
    <div class="compare" style={{ '--split': `${split.value}%`, '--part': split.value / 100 }} data-testid="compare">
      {children}
      <img class="before checkered" src={before ?? undefined} alt={translate`Before`} />
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
        aria-label={translate`Compare before and after`}
        aria-valuetext={translate`${Math.round(split.value)} % before`}
        data-testid="compare-slider"
        onInput={({ currentTarget }) => (split.value = currentTarget.valueAsNumber)}
      />
    </div>
  );
}
