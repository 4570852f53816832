import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../ui/Button';
import { translate } from '../../texts/translate';
import type { Backup } from '../state/backup/format';
import { importWaiting, namesTaken, takesSettings, waiting } from '../state/backup/import';

/** What a file would change, before it does. */
export function WaitingImport({ backup }: { backup: Backup }) {
  const question = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => question.current?.focus(), [backup]);
  const { styles, presets, gallery, history } = backup;
  const taken = namesTaken(backup);
  return (
    <div
      ref={question}
      class="waiting-import"
      role="group"
      aria-label={translate`What the file holds`}
      tabIndex={-1}
      data-testid="waiting-import"
    >
      <ul class="sentences">
        <li>{translate`Own styles that are added, unless they are here already: ${styles.length}`}</li>
        {gallery.favourites.length > 0 && <li>{translate`Favourite styles that are added: ${gallery.favourites.length}`}</li>}
        {gallery.hidden.length > 0 && <li>{translate`Styles that are hidden from the gallery: ${gallery.hidden.length}`}</li>}
        <li>{translate`Presets that are added: ${presets.length}`}</li>
        {taken.length > 0 && <li>{translate`Presets whose name is taken here, which get a number: ${taken.join(', ')}`}</li>}
        <li>{translate`Finished pictures that are added to the history: ${history.jobs.length}`}</li>
      </ul>
      <label class="check">
        <input
          type="checkbox"
          checked={takesSettings.value}
          data-testid="takes-settings"
          onChange={({ currentTarget }) => (takesSettings.value = currentTarget.checked)}
        />
        <span>{translate`Replace the settings of now by those of the file`}</span>
      </label>
      <div class="section-foot">
        <Button kind="primary" testId="import-now" onClick={() => void importWaiting()}>
          {translate`Import`}
        </Button>
        <Button kind="quiet" testId="import-cancel" onClick={() => (waiting.value = null)}>
          {translate`Cancel`}
        </Button>
      </div>
    </div>
  );
}
