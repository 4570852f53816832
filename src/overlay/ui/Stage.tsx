import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../../ui/Icon';
import { translate } from '../../texts/translate';
import { isKept, isPainting, phase, shown, strength } from '../state';
import { pictureLabel } from '../words';
import { Brush } from './Brush';

/** A little of the original, so that the line and what it does are seen. */
const FIRST_SPLIT = 14;

/** The stylised picture over the page's own; left of the line the original shows through. */
export function Stage() {
  const split = useSignal(FIRST_SPLIT);
  return (
    <div class={`stage ${isPainting.value && !shown.value ? 'waiting' : ''}`} data-testid="overlay-stage" data-phase={phase.value}>
      <div class="clipped" style={{ clipPath: isKept.value ? 'none' : `inset(0 0 0 ${split.value}%)` }}>
        <Picture />
      </div>
      {!isKept.value && shown.value && (
        <>
          <span class="line" style={{ left: `${split.value}%` }} aria-hidden="true">
            <span class="handle">
              <Icon name="handle" />
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
      {isKept.value && <Reopen />}
    </div>
  );
}

/** It takes the focus: the controls that had it are gone. */
function Reopen() {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => button.current?.focus({ preventScroll: true }), []);
  return (
    <button
      ref={button}
      type="button"
      class="reopen"
      aria-label={translate`Brushover: show the controls`}
      title={translate`Brushover: show the controls`}
      data-testid="overlay-reopen"
      onClick={() => (isKept.value = false)}
    >
      <Brush />
    </button>
  );
}

/** A canvas: no page's content security policy has a say in it. Over the original, so that its opacity is the blend with it. */
function Picture() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const picture = shown.value;
  useEffect(() => {
    if (!canvas.current || !picture) return;
    canvas.current.width = picture.width;
    canvas.current.height = picture.height;
    canvas.current.getContext('2d')?.drawImage(picture, 0, 0);
  }, [picture]);
  return (
    <canvas
      ref={canvas}
      class="picture"
      style={{ opacity: strength.value / 100 }}
      role="img"
      aria-label={pictureLabel.value}
      data-testid="overlay-picture"
      data-size={picture?.width ?? 0}
    />
  );
}
