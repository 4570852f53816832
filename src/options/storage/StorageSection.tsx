import { Button } from '../../ui/Button';
import { Message } from '../../ui/Message';
import { translate } from '../../texts/translate';
import { Section } from '../Section';
import { bytesText } from '../state/bytes';
import { cleared, clearHistory, clearPreviews, clearStyles, storageError, undoClearing, usage } from '../state/storage';
import { StoragePart } from './StoragePart';

/** What is kept in the browser, and a way to clear each kind of it. */
export function StorageSection() {
  const used = usage.value;
  if (!used) return null;
  const { unfinished, finished } = used.checkpoints;
  return (
    <Section id="storage" title={translate`Storage`} lead={translate`What Brushover keeps in this browser, and nowhere else.`}>
      <p data-testid="storage-used">
        {translate`${bytesText(used.all)} are used of the ${bytesText(used.quota)} that the browser grants.`}
      </p>
      <div class="parts">
        <StoragePart
          id="history"
          title={translate`History`}
          what={translate`Finished pictures and what they were made of; pinned and unfinished ones are never cleared.`}
          bytes={used.history}
          onClear={clearHistory}
        />
        <StoragePart
          id="checkpoints"
          title={translate`Where runs stand`}
          what={translate`So that they can go on. Unfinished runs: ${bytesText(unfinished)}; finished ones: ${bytesText(finished)}. They go with their picture in the history.`}
          bytes={unfinished + finished}
        />
        <StoragePart
          id="previews"
          title={translate`Previews`}
          what={translate`What was computed of styles and layers, so that it is quicker the next time.`}
          bytes={used.previews}
          onClear={clearPreviews}
        />
        <StoragePart
          id="styles"
          title={translate`Own styles`}
          what={translate`Pictures that you added to the gallery.`}
          bytes={used.styles}
          onClear={clearStyles}
        />
      </div>
      <div role="status" class="cleared">
        {cleared.value && (
          <>
            <span data-testid="cleared">{cleared.value.text}</span>
            {cleared.value.undo && (
              <Button icon="reset" kind="quiet" testId="undo-clear" onClick={() => void undoClearing()}>
                {translate`Undo`}
              </Button>
            )}
          </>
        )}
      </div>
      <Message text={storageError.value} testId="storage-error" />
    </Section>
  );
}
