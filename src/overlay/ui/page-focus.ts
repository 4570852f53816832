import { effect } from '@preact/signals';
import { session } from '../state';

const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]';

let host: HTMLElement | null = null;
/** What the page had in focus before the overlay was opened, and the picture that it was opened on. */
let before: Element | null = null;
let picture: Element | null = null;

/** Whoever leaves the overlay goes on where they were on the page, or else at the picture; never at the top of the page. */
export function followPageFocus(overlay: HTMLElement): void {
  host = overlay;
  effect(() => {
    const now = session.value;
    if (!now) return giveFocusBack();
    const { activeElement } = document;
    if (activeElement !== host) before = activeElement === document.body ? null : activeElement;
    picture = now.picture.element;
  });
}

/** Only what the overlay has it can give back. */
export function giveFocusBack(): void {
  if (document.activeElement !== host) return;
  const place = [before, picture?.closest(FOCUSABLE), picture].find((element) => element?.isConnected);
  if (place instanceof HTMLElement || place instanceof SVGElement) focusOnce(place);
}

/** Pictures take no focus by themselves; the page keeps no trace of it. */
function focusOnce(element: HTMLElement | SVGElement): void {
  if (!element.matches(FOCUSABLE)) {
    element.setAttribute('tabindex', '-1');
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  }
  element.focus({ preventScroll: true });
}
