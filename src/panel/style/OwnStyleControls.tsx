import { useSignal } from '@preact/signals';
import { Button } from '../../ui/Button';
import type { StoredStyle } from '../../storage/styles';
import { deleteOwnStyle, renameOwnStyle } from '../state/styles/own-styles';
import { translate } from '../../texts/translate';

/** Name of an own style, to be changed, and its removal. */
export function OwnStyleControls({ own }: { own: StoredStyle }) {
  const isRenaming = useSignal(false);
  if (isRenaming.value) return <NameInput own={own} onDone={() => (isRenaming.value = false)} />;
  return (
    <>
      <strong>{own.name}</strong>
      <div class="row own-actions">
        <Button icon="rename" kind="quiet" testId="rename-style" onClick={() => (isRenaming.value = true)}>
          {translate`Rename`}
        </Button>
        <Button icon="trash" kind="quiet" testId="delete-style" onClick={() => void deleteOwnStyle(own.id)}>
          {translate`Delete`}
        </Button>
      </div>
    </>
  );
}

function NameInput({ own, onDone }: { own: StoredStyle; onDone: () => void }) {
  const rename = (name: string) => {
    onDone();
    if (name.trim() && name !== own.name) void renameOwnStyle(own.id, name);
  };
  return (
    <input
      class="text"
      ref={focusOnce}
      defaultValue={own.name}
      maxLength={60}
      aria-label={translate`Name of the style`}
      data-testid="style-name"
      onBlur={({ currentTarget }) => rename(currentTarget.value)}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Enter') rename(currentTarget.value);
        if (key !== 'Escape') return;
        currentTarget.value = own.name;
        onDone();
      }}
    />
  );
}

function focusOnce(input: HTMLInputElement | null): void {
  input?.focus();
  input?.select();
}
