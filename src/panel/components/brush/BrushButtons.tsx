import { clearMask, fillMask, invertMask, paintedKind, redoStroke, undoStroke } from '../../state/brush/brush';
import { canRedo, canUndo, masks } from '../../state/brush/masks';
import { Button } from '../../../ui/Button';

/** What changes a whole mask. */
export function BrushButtons() {
  return (
    <div class="brush-buttons" role="group" aria-label="Mask">
      <Button kind="quiet" disabled={!canUndo.value} testId="brush-undo" onClick={undoStroke}>
        Undo
      </Button>
      <Button kind="quiet" disabled={!canRedo.value} testId="brush-redo" onClick={redoStroke}>
        Redo
      </Button>
      <Button kind="quiet" testId="brush-fill" onClick={fillMask}>
        Fill
      </Button>
      <Button kind="quiet" testId="brush-invert" onClick={invertMask}>
        Invert
      </Button>
      <Button kind="quiet" disabled={!masks.value[paintedKind.value]} testId="brush-clear" onClick={clearMask}>
        Start over
      </Button>
    </div>
  );
}
