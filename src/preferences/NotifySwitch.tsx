import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { chooseNotifies, notifies, restoreNotifies } from './notifications';
import { translate } from '../texts/translate';

/** Off until the user allows it; where that is refused it goes back. */
export function NotifySwitch() {
  const isAsking = useSignal(false);
  useEffect(() => void restoreNotifies(), []);
  const choose = async (wanted: boolean): Promise<void> => {
    isAsking.value = true;
    await chooseNotifies(wanted);
    isAsking.value = false;
  };
  return (
    <label class="field switch-field">
      <span class="field-text">
        <span class="setting-label">{translate`Tell me when it is finished`}</span>
        <span class="explanation">{translate`The browser asks once whether Brushover may show notifications.`}</span>
      </span>
      <input
        type="checkbox"
        role="switch"
        class="switch"
        checked={notifies.value}
        aria-busy={isAsking.value}
        data-testid="notifies"
        onChange={({ currentTarget }) => void choose(currentTarget.checked)}
      />
    </label>
  );
}
