import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../ui/Button';
import { savePreset } from '../../preferences/presets';
import { translate } from '../../texts/translate';

/** Asks for the new preset's name. */
export function SavePreset({ onEnd }: { onEnd: () => void }) {
  const name = useSignal('');
  const problem = useSignal<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const save = async (): Promise<void> => {
    problem.value = await savePreset(name.value);
    if (!problem.value) onEnd();
  };
  return (
    <form
      class="save-preset"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <input
        ref={field}
        type="text"
        value={name.value}
        aria-label={translate`Name of the preset`}
        aria-invalid={problem.value !== null}
        aria-describedby={problem.value ? 'preset-problem' : undefined}
        placeholder={translate`Name`}
        data-testid="preset-name"
        onInput={({ currentTarget }) => (name.value = currentTarget.value)}
        onKeyDown={({ key }) => key === 'Escape' && onEnd()}
      />
      <Button kind="primary" testId="preset-save" onClick={() => void save()}>
        {translate`Save`}
      </Button>
      <Button kind="quiet" testId="preset-cancel" onClick={onEnd}>
        {translate`Cancel`}
      </Button>
      {problem.value && (
        <p id="preset-problem" class="field-problem" role="alert">
          {problem.value}
        </p>
      )}
    </form>
  );
}
