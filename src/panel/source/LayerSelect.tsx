import { translate } from '../../texts/translate';

export interface LayerSelectProps {
  /** Topmost first. */
  names: string[];
  /** The index of the one that is shown. */
  chosen: number;
  testId: string;
  onChoose(index: number): void;
  /** The list is about to be looked at. */
  onOpen?(): void;
}

/** Which layer of an editor, or of a file, is worked on. */
export function LayerSelect({ names, chosen, testId, onChoose, onOpen }: LayerSelectProps) {
  return (
    <label class="field layer-select">
      <span class="setting-label">{translate`Layer`}</span>
      <select
        value={chosen}
        data-testid={testId}
        onFocus={onOpen}
        onChange={({ currentTarget }) => {
          const index = Number(currentTarget.value);
          // What is shown stays chosen until the other one is there.
          currentTarget.value = String(chosen);
          onChoose(index);
        }}
      >
        {names.map((name, i) => (
          <option key={i} value={i}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
