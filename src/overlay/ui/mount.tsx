import { render } from 'preact';
import { languageOfTexts } from '../../texts/translate';
import { keepFocus } from '../../ui/keep-focus';
import { undo } from '../quick';
import { hideNotice, isOpen, notice } from '../state';
import { followPlace } from './follow-place';
import { Overlay } from './Overlay';
import { followPageFocus, giveFocusBack } from './page-focus';
import { overlayCss } from './overlay-css';

/** What a page may listen to; within the overlay none of it is the page's business. */
const PRIVATE_EVENTS = [
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'mousedown',
  'mouseup',
  'mousemove',
  'mouseover',
  'mouseout',
  'pointerdown',
  'pointerup',
  'pointermove',
  'pointerover',
  'pointerout',
  'touchstart',
  'touchend',
  'wheel',
  'keydown',
  'keyup',
  'keypress',
  'input',
  'change',
  'focusin',
  'focusout',
  'beforeinput',
];

let host: HTMLElement | null = null;

/** One element on top of everything, in a closed shadow: the page's styles don't reach in, its layout does not change. */
export function mountOverlay(): void {
  if (host?.isConnected) return;
  host = document.createElement('brushover-overlay');
  host.style.cssText =
    'all: initial !important; position: fixed !important; inset: 0 !important; overflow: visible !important; background: none !important; border: 0 !important; pointer-events: none !important; z-index: 2147483647 !important;';
  const { language, direction } = languageOfTexts();
  host.lang = language;
  host.dir = direction;
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(overlayCss);
  root.adoptedStyleSheets = [sheet];
  for (const type of PRIVATE_EVENTS) host.addEventListener(type, (event) => event.stopPropagation());
  document.documentElement.append(host);
  render(<Overlay />, root);
  followPlace(root);
  followPageFocus(host);
  keepFocus(root);
  window.addEventListener('keydown', closeOnEscape, true);
}

/** Some pages take away at once whatever they did not make themselves. */
export async function isLeftInPage(): Promise<boolean> {
  await new Promise((afterObservers) => setTimeout(afterObservers));
  return host?.isConnected ?? false;
}

function closeOnEscape(event: KeyboardEvent): void {
  // Of an input method it ends what is being written.
  if (event.key !== 'Escape' || event.isComposing || !(isOpen.value || notice.value)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (isOpen.value) return undo();
  hideNotice();
  giveFocusBack();
}
