import { useSignal } from '@preact/signals';
import { Button } from '../components/Button';
import { choosePreset, chosenPreset, deletePreset, isOwn, presets } from '../state/settings/presets';
import { SavePreset } from './SavePreset';

/** Looks to begin with, one click each; what the chosen one does stands under them. */
export function Presets() {
  const isSaving = useSignal(false);
  const chosen = chosenPreset.value;
  return (
    <div class="presets" role="group" aria-label="Presets">
      <div class="preset-buttons">
        {presets.value.map((preset) => (
          <button
            key={preset.name}
            type="button"
            class="preset"
            aria-pressed={preset === chosen}
            data-testid={`preset-${preset.name}`}
            onClick={() => choosePreset(preset)}
          >
            {preset.name}
          </button>
        ))}
        {!chosen && !isSaving.value && (
          <Button icon="plus" kind="quiet" testId="save-preset" onClick={() => (isSaving.value = true)}>
            Save as preset
          </Button>
        )}
      </div>
      <p class="explanation" role="status" data-testid="preset-explanation">
        {chosen ? chosen.explanation : 'Your own mixture of settings.'}
      </p>
      {isSaving.value && <SavePreset onEnd={() => (isSaving.value = false)} />}
      {chosen && isOwn(chosen) && (
        <Button icon="trash" kind="quiet" testId="delete-preset" onClick={() => void deletePreset(chosen)}>
          {`Delete “${chosen.name}”`}
        </Button>
      )}
    </div>
  );
}
