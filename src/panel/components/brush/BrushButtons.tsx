import { clearMask, fillMask, invertMask, paintedKind, redoStroke, undoStroke } from '../../state/brush/brush';
import { canRedo, canUndo, masks } from '../../state/brush/masks';
import { Button } from '../../../ui/Button';
import { translate } from '../../../texts/translate';

/** What changes a whole mask. */
export function BrushButtons() {
  return (
    <div class="brush-buttons" role="group" aria-label={translate`Mask`}>
      <Button kind="quiet" disabled={!canUndo.value} testId="brush-undo" onClick={undoStroke}>
        {translate`Undo`}
      </Button>
      <Button kind="quiet" disabled={!canRedo.value} testId="brush-redo" onClick={redoStroke}>
        {translate`Redo`}
      </Button>
      <Button kind="quiet" testId="brush-fill" onClick={fillMask}>
        {translate`Fill`}
      </Button>
      <Button kind="quiet" testId="brush-invert" onClick={invertMask}>
        {translate`Invert`}
      </Button>
      <Button kind="quiet" disabled={!masks.value[paintedKind.value]} testId="brush-clear" onClick={clearMask}>
        {translate`Start over`}
      </Button>
    </div>
  );
}
