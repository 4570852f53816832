import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { Icon } from '../../ui/Icon';
import { translate } from '../../texts/translate';

/** Folded until it is asked for; what is in it is loaded then. */
export function ExplorerSection() {
  const isOpen = useSignal(false);
  const view = useSignal<{ Explorer: ComponentType } | null>(null);
  const toggle = async (open: boolean): Promise<void> => {
    isOpen.value = open;
    if (open) view.value ??= await import('./Explorer');
  };
  const Explorer = view.value?.Explorer;
  return (
    <details class="explorer card" data-testid="explorer" onToggle={({ currentTarget }) => void toggle(currentTarget.open)}>
      <summary data-testid="explorer-toggle">
        <Icon name="chevron" />
        <h2>{translate`What the network sees`}</h2>
      </summary>
      {isOpen.value && Explorer && <Explorer />}
    </details>
  );
}
