import { Button } from '../../ui/Button';
import { layerNameOf, type JobState } from '../../protocol/job';
import { isCompared, toggleCompared } from '../state/history-compare';
import { applySettings, copyFromHistory, deleteJob, downloadFromHistory, insertFromHistory, pinJob, showJob } from '../state/history';
import { StoredPicture } from './StoredPicture';
import { translate } from '../../texts/translate';

const WORDS: Partial<Record<JobState['status'], string>> = {
  failed: translate`Failed`,
  cancelled: translate`Cancelled`,
  paused: translate`Paused`,
  interrupted: translate`Interrupted`,
};

export function HistoryItem({ state }: { state: JobState }) {
  const { request, result, thumbnail, kept, pinned } = state;
  return (
    <li data-testid="history-job" data-status={state.status}>
      <button type="button" class="history-show" data-testid="history-show" title={translate`Show`} onClick={() => void showJob(state)}>
        <StoredPicture image={thumbnail ?? kept?.image ?? request.content} />
        <span class="two-lines grow">
          <strong>{layerNameOf(request)}</strong>
          <span>{wordsOf(state)}</span>
        </span>
      </button>
      <div class="history-actions">
        {result && request.layer && (
          <Button
            icon="layer"
            kind="quiet"
            testId="history-insert"
            label={translate`Insert as new layer`}
            onClick={() => void insertFromHistory(state)}
          />
        )}
        {result && (
          <Button
            icon="handle"
            kind="quiet"
            testId="history-compare"
            label={translate`Compare with another picture`}
            pressed={isCompared(state)}
            onClick={() => toggleCompared(state)}
          />
        )}
        {result && (
          <Button icon="copy" kind="quiet" testId="history-copy" label={translate`Copy`} onClick={() => void copyFromHistory(state)} />
        )}
        {result && (
          <Button
            icon="download"
            kind="quiet"
            testId="history-download"
            label={translate`Download PNG`}
            onClick={() => void downloadFromHistory(state)}
          />
        )}
        <Button
          icon="reset"
          kind="quiet"
          testId="history-settings"
          label={translate`Use these settings`}
          onClick={() => void applySettings(state)}
        />
        <Button
          icon="pin"
          kind="quiet"
          testId="history-pin"
          label={pinned ? translate`Let it go when the history is full` : translate`Keep it for good`}
          pressed={pinned}
          onClick={() => void pinJob(state)}
        />
        <Button icon="trash" kind="quiet" testId="history-delete" label={translate`Delete`} onClick={() => void deleteJob(state)} />
      </div>
    </li>
  );
}

function wordsOf({ status, result, createdAt }: JobState): string {
  const when = new Date(createdAt).toLocaleString(undefined, { dateStyle: 'short', timeStyle: 'short' });
  const size = result && `${result.width} × ${result.height}`;
  const what = result?.stopped ? translate`${size ?? ''}, stopped` : (size ?? WORDS[status]);
  return [when, what].filter(Boolean).join(' · ');
}
