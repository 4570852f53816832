import { pictureAt } from './picture/find-picture';
import type { PagePicture } from './picture/page-picture';
import { contentPlace } from './picture/place';
import { hideNotice, pickFrame, showNotice } from './state';
import { translate } from '../texts/translate';

let stopPicking = (): void => undefined;

/** Another order came. */
export function endPicking(): void {
  stopPicking();
}

/** Lets the user point at a picture where the right-click does not tell which was meant; null after Esc. */
export function pickPicture(): Promise<PagePicture | null> {
  showNotice('info', translate`Click the picture that you mean; Esc ends it.`);
  return new Promise((resolve) => {
    const listening = new AbortController();
    const listen = <K extends keyof WindowEventMap>(type: K, listener: (event: WindowEventMap[K]) => void): void =>
      window.addEventListener(type, listener, { capture: true, signal: listening.signal });
    const end = (picture: PagePicture | null): void => {
      listening.abort();
      pickFrame.value = null;
      hideNotice();
      resolve(picture);
    };
    stopPicking = () => end(null);
    listen('pointermove', ({ clientX, clientY }) => {
      const picture = pictureAt(clientX, clientY);
      pickFrame.value = picture && contentPlace(picture.element);
    });
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup'] as const) listen(type, swallow);
    listen('click', (event) => {
      swallow(event);
      const picture = pictureAt(event.clientX, event.clientY);
      if (picture) end(picture);
    });
    listen('keydown', (event) => {
      if (event.key !== 'Escape') return;
      swallow(event);
      end(null);
    });
  });
}

/** The click is meant for Brushover alone. */
function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
