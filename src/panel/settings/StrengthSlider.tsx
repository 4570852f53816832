import { changeSettings, settings } from '../../preferences/settings';
import { translate } from '../../texts/translate';

const LEAST = 0.1;
const MOST = 10;
const STEPS = 100;

/** β on a logarithmic scale: every step changes the picture about as much. */
export function StrengthSlider() {
  const strength = settings.value.styleWeight;
  const position = Number.isFinite(strength) ? Math.round(positionOf(strength)) : STEPS / 2;
  return (
    <div class="slider" style={{ '--fill': `${position}%` }}>
      <input
        type="range"
        min={0}
        max={STEPS}
        value={position}
        aria-label={translate`Strength`}
        aria-valuetext={String(strength)}
        data-testid="setting-strength"
        onInput={({ currentTarget }) => changeSettings({ styleWeight: strengthAt(currentTarget.valueAsNumber) })}
      />
      <output>{strength}</output>
    </div>
  );
}

export function positionOf(strength: number): number {
  const position = (STEPS * Math.log(strength / LEAST)) / Math.log(MOST / LEAST);
  return Math.min(STEPS, Math.max(0, position));
}

/** Rounded to two digits, so that the number stays readable. */
export function strengthAt(position: number): number {
  return Number((LEAST * (MOST / LEAST) ** (position / STEPS)).toPrecision(2));
}
