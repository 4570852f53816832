interface SegmentedProps<T extends string | number> {
  label: string;
  name: string;
  value: T | null;
  choices: readonly (readonly [T, string])[];
  onChange: (value: T) => void;
}

/** One of a few, all in sight; arrow keys move as in every group of radio buttons. */
export function Segmented<T extends string | number>({ label, name, value, choices, onChange }: SegmentedProps<T>) {
  return (
    <div class="segmented" role="radiogroup" aria-label={label} data-testid={`setting-${name}`}>
      {choices.map(([choice, text]) => (
        <label key={choice} data-testid={`${name}-${choice}`}>
          <input
            class="visually-hidden"
            type="radio"
            name={name}
            value={choice}
            checked={choice === value}
            onChange={() => onChange(choice)}
          />
          <span>{text}</span>
        </label>
      ))}
    </div>
  );
}
