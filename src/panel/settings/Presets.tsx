import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Button } from '../../ui/Button';
import { choosePreset, chosenPreset, deletePreset, isOwn, presets } from '../../preferences/presets';
import type { Preset } from '../../preferences/built-in-presets';
import { SavePreset } from './SavePreset';
import { translate, translateText } from '../../texts/translate';

/** The new preset, or else the button that saves one. */
const NEXT = '.preset[aria-pressed="true"], [data-testid="save-preset"]';

/** Looks to begin with, one click each; what the chosen one does stands under them. */
export function Presets() {
  const isSaving = useSignal(false);
  const group = useRef<HTMLDivElement>(null);
  const chosen = chosenPreset.value;
  // What had the focus is gone: it goes on where the next step is.
  const focusNext = () => requestAnimationFrame(() => group.current?.querySelector<HTMLElement>(NEXT)?.focus());
  const endSaving = () => {
    isSaving.value = false;
    focusNext();
  };
  return (
    <div ref={group} class="presets" role="group" aria-label={translate`Presets`}>
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
            {nameOf(preset)}
          </button>
        ))}
        {!chosen && !isSaving.value && (
          <Button icon="plus" kind="quiet" testId="save-preset" onClick={() => (isSaving.value = true)}>
            {translate`Save as preset`}
          </Button>
        )}
      </div>
      <p class="explanation" role="status" data-testid="preset-explanation">
        {chosen ? translateText(chosen.explanation) : translate`Your own mixture of settings.`}
      </p>
      {isSaving.value && <SavePreset onEnd={endSaving} />}
      {chosen && isOwn(chosen) && (
        <Button icon="trash" kind="quiet" testId="delete-preset" onClick={() => void deletePreset(chosen).then(focusNext)}>
          {translate`Delete “${chosen.name}”`}
        </Button>
      )}
    </div>
  );
}

/** Those that come with Brushover have a name in each language. */
function nameOf(preset: Preset): string {
  return isOwn(preset) ? preset.name : translateText(preset.name);
}
