import { Button } from '../../ui/Button';
import { layerNameOf } from '../../protocol/job';
import { waiting } from '../state/job';
import { moveJobUp, removeFromQueue } from '../state/history';
import { StoredPicture } from './StoredPicture';
import { translate } from '../../texts/translate';

/** Jobs that wait, in the order in which they begin. */
export function QueueList() {
  if (waiting.value.length === 0) return null;
  return (
    <ol class="history-list" data-testid="queue" aria-label={translate`Waiting`}>
      {waiting.value.map(({ id, request }, i) => (
        <li key={id} data-testid="queued-job">
          <StoredPicture image={request.content} />
          <div class="two-lines grow">
            <strong>{layerNameOf(request)}</strong>
            <span>
              {i === 0 ? translate`Next` : translate`${i + 1} in line`}
              {request.layer ? ` · ${request.layer.layerName}` : ''}
            </span>
          </div>
          <Button
            icon="up"
            kind="quiet"
            testId="queue-up"
            label={translate`Move up`}
            disabled={i === 0}
            onClick={() => void moveJobUp(id)}
          />
          <Button
            icon="trash"
            kind="quiet"
            testId="queue-remove"
            label={translate`Remove from the queue`}
            onClick={() => void removeFromQueue(id)}
          />
        </li>
      ))}
    </ol>
  );
}
