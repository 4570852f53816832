import { hasSelection, onlySelection } from '../state/selection';
import { translate } from '../../texts/translate';

/** Only where the editor has a selection within the layer. */
export function SelectionSwitch() {
  if (!hasSelection.value) return null;
  return (
    <label class="field switch-field selection">
      <span class="field-text">
        <span class="setting-label">{translate`Only the selection`}</span>
        <span class="explanation">{translate`The rest of the layer stays as it is.`}</span>
      </span>
      <input
        type="checkbox"
        role="switch"
        class="switch"
        checked={onlySelection.value}
        data-testid="only-selection"
        onChange={({ currentTarget }) => (onlySelection.value = currentTarget.checked)}
      />
    </label>
  );
}
