import { Button } from '../../ui/Button';
import { DropZone } from '../components/DropZone';
import { Message } from '../../ui/Message';
import { addOwnStyle, deletedStyle, undoDelete } from '../state/styles/own-styles';
import { endMix, secondStyle, startMix } from '../state/styles/mix';
import { hideNotice, undoHiding } from '../state/styles/gallery-view';
import { styleError } from '../state/styles/styles';
import { GalleryExtent, NothingFound } from './GalleryExtent';
import { MoreStyles } from './MoreStyles';
import { SelectedStyle } from './SelectedStyle';
import { StyleArchiveButtons } from './StyleArchiveButtons';
import { StyleFilter } from './StyleFilter';
import { StyleGrid } from './StyleGrid';
import { StyleMix } from './StyleMix';
import { translate } from '../../texts/translate';

export function StyleSection() {
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
          <UndoLine
            text={translate`Deleted “${deletedStyle.value.name}”.`}
            testId="style-deleted"
            undoId="undo-delete"
            onUndo={undoDelete}
          />
        )}
        {hideNotice.value && <UndoLine text={hideNotice.value.text} testId="style-hidden" undoId="undo-hide" onUndo={undoHiding} />}
        <StyleFilter />
        <StyleGrid />
        <NothingFound />
        <footer class="style-footer">
          <GalleryExtent />
          <StyleArchiveButtons />
        </footer>
        <MoreStyles />
      </div>
    </DropZone>
  );
}

interface UndoLineProps {
  text: string;
  testId: string;
  undoId: string;
  onUndo: () => Promise<void>;
}

/** The line goes with its button, which leaves the focus to what is nearest. */
async function undone(undo: () => Promise<void>): Promise<void> {
  await undo();
  document.querySelector<HTMLElement>('[data-testid="hide-style"], [data-testid="search-styles"]')?.focus();
}

function UndoLine({ text, testId, undoId, onUndo }: UndoLineProps) {
  return (
    <p class="undo" role="status" data-testid={testId}>
      <span>{text}</span>
      <Button kind="quiet" testId={undoId} onClick={() => void undone(onUndo)}>
        {translate`Undo`}
      </Button>
    </p>
  );
}
