import { Button } from '../../ui/Button';
import { Message } from '../../ui/Message';
import { Icon } from '../../ui/Icon';
import { layerNameOf } from '../../protocol/job';
import { deletedJob, foundHistory, history, historyNotice, historyOpen, historySearch, undeleteJob } from '../state/history';
import { ComparePair } from './ComparePair';
import { HistoryItem } from './HistoryItem';
import { QueueList } from './QueueList';
import { translate } from '../../texts/translate';

/** What waits, and what was made before. */
export function HistorySection() {
  const notice = historyNotice.value;
  return (
    <section aria-label={translate`Queue and history`}>
      <QueueList />
      {(history.value.length > 0 || deletedJob.value) && (
        <details
          class="history"
          data-testid="history"
          open={historyOpen.value}
          onToggle={({ currentTarget }) => (historyOpen.value = currentTarget.open)}
        >
          <summary>
            <Icon name="chevron" />
            {translate`History (${history.value.length})`}
          </summary>
          <label class="history-search">
            <span class="visually-hidden">{translate`Search by style`}</span>
            <input
              type="search"
              placeholder={translate`Search by style`}
              value={historySearch.value}
              data-testid="history-search"
              onInput={({ currentTarget }) => (historySearch.value = currentTarget.value)}
            />
          </label>
          {deletedJob.value && <Deleted name={layerNameOf(deletedJob.value.request)} />}
          <Message text={notice?.text ?? null} kind={notice?.kind ?? 'success'} testId="history-notice" />
          <ComparePair />
          <ul class="history-list">
            {foundHistory.value.map((state) => (
              <HistoryItem key={state.id} state={state} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Deleted({ name }: { name: string }) {
  return (
    <p class="history-deleted" role="status" data-testid="job-deleted">
      <span class="grow">{translate`Deleted “${name}”.`}</span>
      <Button kind="quiet" testId="undo-delete-job" onClick={() => void undeleteJob()}>
        {translate`Undo`}
      </Button>
    </p>
  );
}
