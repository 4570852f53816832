import type { Signal } from '@preact/signals';

interface BrushSliderProps {
  label: string;
  value: Signal<number>;
  min: number;
  max: number;
  testId: string;
}

export function BrushSlider({ label, value, min, max, testId }: BrushSliderProps) {
  return (
    <label class="brush-slider">
      <span>{label}</span>
      <input
        type="range"
        min={min}
        max={max}
        value={value.value}
        style={{ '--fill': `${(100 * (value.value - min)) / (max - min)}%` }}
        aria-valuetext={`${value.value} %`}
        data-testid={testId}
        onInput={({ currentTarget }) => (value.value = currentTarget.valueAsNumber)}
      />
      <output>{value.value} %</output>
    </label>
  );
}
