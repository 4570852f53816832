import { useSignal } from '@preact/signals';

interface NumberInputProps {
  value: number | null;
  /** What an empty field means: null where that is a value, else NaN. */
  empty: null | number;
  label: string;
  problemId?: string;
  placeholder?: string;
  testId: string;
  onChange: (value: number | null) => void;
}

/** Keeps what is typed even while it is no number, so that it can be corrected; NaN stands for it. */
export function NumberInput({ value, empty, label, problemId, placeholder, testId, onChange }: NumberInputProps) {
  const typed = useSignal<string | null>(null);
  const text = typed.value !== null && sameValue(parse(typed.value, empty), value) ? typed.value : shown(value);
  return (
    <input
      class="number"
      type="text"
      inputMode="decimal"
      autocomplete="off"
      spellcheck={false}
      value={text}
      placeholder={placeholder}
      aria-label={label}
      aria-invalid={problemId !== undefined}
      aria-describedby={problemId}
      data-testid={testId}
      onInput={({ currentTarget }) => {
        typed.value = currentTarget.value;
        onChange(parse(currentTarget.value, empty));
      }}
    />
  );
}

function parse(text: string, empty: null | number): number | null {
  const trimmed = text.trim().replace(',', '.');
  return trimmed === '' ? empty : Number(trimmed);
}

function sameValue(a: number | null, b: number | null): boolean {
  return Object.is(a, b);
}

function shown(value: number | null): string {
  return value === null || Number.isNaN(value) ? '' : String(value);
}
