import { translate } from '../texts/translate';
interface PreviewStrengthProps {
  /** Of the label around the slider. */
  class: string;
  /** 0 to 100. */
  strength: number;
  testId: string;
  onChange: (strength: number) => void;
}

/** How far a preview goes from the picture to the style, in per cent. */
export function PreviewStrength({ class: name, strength, testId, onChange }: PreviewStrengthProps) {
  const shown = `${strength} %`;
  return (
    <label class={name}>
      <span>{translate`Strength`}</span>
      <input
        type="range"
        min={0}
        max={100}
        step={5}
        value={strength}
        style={{ '--fill': `${strength}%` }}
        aria-valuetext={shown}
        data-testid={testId}
        onInput={({ currentTarget }) => onChange(currentTarget.valueAsNumber)}
      />
      <output>{shown}</output>
    </label>
  );
}
