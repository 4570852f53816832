import { Icon } from '../../../ui/Icon';
import { translate } from '../../../texts/translate';
import { isZoomed, look, WHOLE, ZOOM_STEP } from '../../state/zoom';
import { zoomBy } from './stage-gestures';

/** For whoever has no wheel: larger, smaller, and the whole picture again. */
export function ZoomButtons() {
  const percent = `${Math.round(100 * look.value.zoom)} %`;
  /** The buttons that are there for an enlarged picture alone leave the focus to the one that stays. */
  const zoom = (factor: number) => (event: Event) => {
    const stage = (event.currentTarget as Element).closest<HTMLElement>('.stage');
    if (!stage) return;
    if (factor === 0) look.value = WHOLE;
    else zoomBy(stage, factor);
    if (!isZoomed.value) stage.querySelector<HTMLElement>('[data-testid="zoom-in"]')?.focus();
  };
  return (
    <div class="zoom-buttons" role="group" aria-label={translate`Zoom`}>
      {isZoomed.value && (
        <>
          <button
            type="button"
            aria-label={translate`Zoom out`}
            title={translate`Zoom out (−)`}
            data-testid="zoom-out"
            onClick={zoom(1 / ZOOM_STEP)}
          >
            <Icon name="minus" />
          </button>
          <button
            type="button"
            aria-label={translate`${percent}: show the whole picture`}
            title={translate`Show the whole picture (0)`}
            data-testid="zoom-whole"
            onClick={zoom(0)}
          >
            {percent}
          </button>
        </>
      )}
      <button
        type="button"
        aria-label={translate`Zoom in`}
        title={translate`Zoom in (+); arrow keys move the picture, B shows before and after`}
        data-testid="zoom-in"
        onClick={zoom(ZOOM_STEP)}
      >
        <Icon name="plus" />
      </button>
      <span class="visually-hidden" role="status">
        {isZoomed.value && translate`Zoom: ${percent}`}
      </span>
    </div>
  );
}
