import { Button } from '../../ui/Button';
import { translate } from '../../texts/translate';
import { bytesText } from '../state/bytes';

interface StoragePartProps {
  id: string;
  title: string;
  what: string;
  bytes: number;
  /** What can't be cleared here has none. */
  onClear?: () => Promise<void>;
}

export function StoragePart({ id, title, what, bytes, onClear }: StoragePartProps) {
  return (
    <div class="part">
      <div class="field-text">
        <h3>{title}</h3>
        <span class="explanation" id={`${id}-what`}>
          {what}
        </span>
      </div>
      <span class="part-size" data-testid={`used-${id}`}>
        {bytesText(bytes)}
      </span>
      {onClear && (
        <Button
          icon="trash"
          testId={`clear-${id}`}
          describedBy={`${id}-what`}
          label={translate`Clear: ${title}`}
          onClick={() => void onClear()}
        />
      )}
    </div>
  );
}
