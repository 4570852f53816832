import { Button } from '../../ui/Button';
import { FileButton } from '../../ui/FileButton';
import { exportStyles, importStyles } from '../state/styles/style-archive';
import { ownStyles } from '../state/styles/styles';
import { saveFile } from '../../ui/save-file';
import { translate } from '../../texts/translate';

/** Own styles as one file, to keep or to give away. */
export function StyleArchiveButtons() {
  const exportAll = async () => saveFile(await exportStyles(), 'brushover-styles.json');
  return (
    <div class="row">
      {ownStyles.value.length > 0 && (
        <Button icon="download" kind="quiet" testId="export-styles" onClick={() => void exportAll()}>
          {translate`Export`}
        </Button>
      )}
      <FileButton
        icon="open"
        class="button quiet"
        accept=".json,application/json"
        testId="import-styles"
        onFiles={([file]) => void importStyles(file)}
      >
        {translate`Import…`}
      </FileButton>
    </div>
  );
}
