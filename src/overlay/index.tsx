/** Injected into a page when a menu of Brushover is used there; lives apart from the page's own scripts and styles. */
import { OVERLAY_SYMBOL } from '../protocol/overlay-calls';
import { handleOrder } from './handle-order';
import { rememberLastTarget } from './picture/last-target';

const key = Symbol.for(OVERLAY_SYMBOL);

// A second use injects it again; the first one's memory and overlay stay. After the extension was reloaded a new one begins.
if (!Reflect.has(globalThis, key)) {
  Reflect.set(globalThis, key, handleOrder);
  rememberLastTarget();
}
