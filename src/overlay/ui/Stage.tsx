import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { isPainting, phase, shown } from '../state';
import { translate } from '../../texts/translate';

/** A little of the original, so that the line and what it does are seen. */
const FIRST_SPLIT = 14;

/** The stylised picture over the page's own; left of the line the original shows through. */
export function Stage() {
  const split = useSignal(FIRST_SPLIT);
  const isKept = phase.value === 'kept';
  return (
    <div class={`stage ${isPainting.value && !shown.value ? 'waiting' : ''}`} data-testid="overlay-stage" data-phase={phase.value}>
      <div class="clipped" style={{ clipPath: isKept ? 'none' : `inset(0 0 0 ${split.value}%)` }}>
        <Picture />
      </div>
      {!isKept && shown.value && (
        <>
          <span class="line" style={{ left: `${split.value}%` }} aria-hidden="true">
            <span class="handle">
              <svg viewBox="0 0 20 20">
                <path d="M8 6l-4 4 4 4M12 6l4 4-4 4" />
              </svg>
            </span>
          </span>
          <input
            class="compare"
            type="range"
            min={0}
            max={100}
            step={0.5}
            value={split.value}
            aria-label={translate`Compare with the original`}
            aria-valuetext={translate`${Math.round(split.value)} % original`}
            data-testid="overlay-compare"
            onInput={({ currentTarget }) => (split.value = currentTarget.valueAsNumber)}
          />
        </>
      )}
      {isKept && (
        <button
          type="button"
          class="reopen"
          aria-label={translate`Brushover: show the controls`}
          data-testid="overlay-reopen"
          onClick={() => (phase.value = 'refined')}
        >
          <Brush />
        </button>
      )}
    </div>
  );
}

/** A canvas: no page's content security policy has a say in it. */
function Picture() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const picture = shown.value;
  useEffect(() => {
    if (!canvas.current || !picture) return;
    canvas.current.width = picture.bitmap.width;
    canvas.current.height = picture.bitmap.height;
    canvas.current.getContext('2d')?.drawImage(picture.bitmap, 0, 0);
  }, [picture]);
  return (
    <canvas
      ref={canvas}
      class="picture"
      role="img"
      aria-label={translate`Stylised picture`}
      data-testid="overlay-picture"
      data-size={picture?.encoded.width ?? 0}
    />
  );
}

export function Brush() {
  return (
    <svg class="brush" viewBox="0 0 20 20" aria-hidden="true">
      <path d="M3 14c3-9 8-4 9-8s4-3 5-3M4 17h12" />
    </svg>
  );
}
