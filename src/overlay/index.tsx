/** Injected into a page when a menu of Brushover is used there; lives apart from the page's own scripts and styles. */
import { OVERLAY_SYMBOL, type OverlayOrder } from '../protocol/overlay-calls';
import { handleOrder } from './handle-order';
import { rememberLastTarget } from './picture/last-target';
import { isLeftInPage, mountOverlay } from './ui/mount';

const key = Symbol.for(OVERLAY_SYMBOL);

// A second use injects it again; the first one's memory and overlay stay. After the extension was reloaded a new one begins.
if (!Reflect.has(globalThis, key)) {
  Reflect.set(globalThis, key, startOrder);
  rememberLastTarget();
}

/** Whether the overlay can be shown; from then on it says in the page what becomes of the order. */
async function startOrder(order: OverlayOrder): Promise<boolean> {
  mountOverlay();
  if (!(await isLeftInPage())) return false;
  void handleOrder(order);
  return true;
}
