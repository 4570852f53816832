import { Button } from '../../ui/Button';
import { FileButton } from '../../ui/FileButton';
import { Message } from '../../ui/Message';
import { saveFile } from '../../ui/save-file';
import { translate } from '../../texts/translate';
import { Section } from '../Section';
import { exportEverything, withHistory } from '../state/backup/export';
import { importNotice, readBackup, waiting } from '../state/backup/import';
import { WaitingImport } from './WaitingImport';

/** Everything as one file, and back. */
export function BackupSection() {
  const exportAll = async () => saveFile(await exportEverything(), 'brushover.json');
  return (
    <Section
      id="backup"
      title={translate`Export and import`}
      lead={translate`Settings, presets, own styles and favourites in one file, for another browser or for keeping.`}
    >
      <label class="check">
        <input
          type="checkbox"
          checked={withHistory.value}
          data-testid="with-history"
          onChange={({ currentTarget }) => (withHistory.value = currentTarget.checked)}
        />
        <span>{translate`With the finished pictures of the history`}</span>
      </label>
      <div class="section-foot">
        <Button icon="download" testId="export-everything" onClick={() => void exportAll()}>
          {translate`Export everything`}
        </Button>
        <FileButton icon="open" accept=".json,application/json" testId="import-everything" onFiles={([file]) => void readBackup(file)}>
          {translate`Import…`}
        </FileButton>
      </div>
      {waiting.value && <WaitingImport backup={waiting.value} />}
      <Message text={importNotice.value?.text ?? null} kind={importNotice.value?.kind} testId="import-notice" />
    </Section>
  );
}
