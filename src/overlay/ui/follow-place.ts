import { effect } from '@preact/signals';
import { contentPlace, placeOfPart, type Place } from '../picture/place';
import { isGone, session } from '../state';

/**
 * Keeps the stylised picture over its original, whatever the page does: looked up in every frame while there is one, written
 * when it changed.
 */
export function followPlace(root: ShadowRoot): void {
  let written = '';
  let frame = 0;
  const update = (): void => {
    frame = requestAnimationFrame(update);
    const now = session.value;
    const stage = root.querySelector<HTMLElement>('.stage');
    if (!now || !stage) return;
    const { element } = now.picture;
    const place = placeOfPart(now.taken.part, contentPlace(element));
    isGone.value = !element.isConnected || place.width < 1 || place.height < 1;
    if (isGone.value) return;
    const style = getComputedStyle(element);
    const text = `left: ${place.x}px; top: ${place.y}px; width: ${place.width}px; height: ${place.height}px; border-radius: ${style.borderRadius}; --fit: ${style.objectFit}; --at: ${style.objectPosition};`;
    if (text !== written || stage.style.cssText === '') stage.style.cssText = text;
    written = text;
    placeControls(root.querySelector<HTMLElement>('.controls'), place);
  };
  effect(() => {
    cancelAnimationFrame(frame);
    if (session.value) frame = requestAnimationFrame(update);
  });
}

const GAP = 10;

/** Below the picture, or at the window's lower edge where that comes first. */
function placeControls(controls: HTMLElement | null, { x, y, width, height }: Place): void {
  if (!controls) return;
  const top = Math.max(GAP, Math.min(y + height + GAP, window.innerHeight - controls.offsetHeight - GAP));
  controls.style.setProperty('--top', `${top}px`);
  controls.style.setProperty('--middle', `${x + width / 2}px`);
}
