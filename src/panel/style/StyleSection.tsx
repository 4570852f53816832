import { useSignal } from '@preact/signals';
import { Button } from '../../ui/Button';
import { DropZone } from '../components/DropZone';
import { Message } from '../../ui/Message';
import { addOwnStyle, deletedStyle, undoDelete } from '../state/styles/own-styles';
import { endMix, secondStyle, startMix } from '../state/styles/mix';
import { gallery, styleError } from '../state/styles/styles';
import { MoreStyles } from './MoreStyles';
import { SelectedStyle } from './SelectedStyle';
import { StyleArchiveButtons } from './StyleArchiveButtons';
import { StyleGrid } from './StyleGrid';
import { StyleMix } from './StyleMix';
import { translate } from '../../texts/translate';

export function StyleSection() {
  const showAll = useSignal(false);
  const isMixed = secondStyle.value !== null;
  return (
    <DropZone
      class="card"
      hint={translate`Drop to add as a style`}
      testId="styles"
      onFile={(file) => void addOwnStyle(file, file.name)}
      onOther={(message) => (styleError.value = message)}
    >
      <div data-paste="style">
        <header class="section-header">
          <h2>{translate`Style`}</h2>
          <Button kind="quiet" testId="mix-styles" expanded={isMixed} onClick={isMixed ? endMix : startMix}>
            {isMixed ? translate`Use one style` : translate`Mix two styles`}
          </Button>
        </header>
        {isMixed ? <StyleMix /> : <SelectedStyle />}
        <Message text={styleError.value} testId="style-error" />
        {deletedStyle.value && (
          <p class="undo" role="status" data-testid="style-deleted">
            <span>{translate`Deleted “${deletedStyle.value.name}”.`}</span>
            <Button kind="quiet" testId="undo-delete" onClick={() => void undoDelete()}>
              {translate`Undo`}
            </Button>
          </p>
        )}
        <StyleGrid showAll={showAll.value} />
        <footer class="style-footer">
          <Button kind="quiet" testId="show-all-styles" expanded={showAll.value} onClick={() => (showAll.value = !showAll.value)}>
            {showAll.value ? translate`Show fewer` : translate`Show all ${gallery.value.length}`}
          </Button>
          <StyleArchiveButtons />
        </footer>
        <MoreStyles />
      </div>
    </DropZone>
  );
}
