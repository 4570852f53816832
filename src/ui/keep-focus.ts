const CONTROLS = 'button, input, select, textarea, summary, a[href], [tabindex]';

/** The last one: whoever leaves the window lets go of the key elsewhere. */
const KEY_EVENTS = ['keydown', 'keyup', 'blur'] as const;

/** Where the focus was: the control, what it stood in, from the inside out, and which control it was in each. */
interface Memory {
  control: Element;
  around: { place: ParentNode; index: number }[];
}

/**
 * Browsers drop the focus to the page where the control that had it goes away or can no longer be used; from there a keyboard begins
 * at the top again. Here it goes on to the control that took its place, or else to the nearest one. Returns a function that ends it.
 */
export function keepFocus(root: Document | ShadowRoot): () => void {
  let memory: Memory | null = null;
  let isKeyDown = false;
  const remember = ({ target }: Event): void => void (memory = target instanceof Element ? memoryOf(root, target) : null);
  /** Whoever goes elsewhere wants to be there; what is just being taken away, of which some browsers tell so, too, went nowhere. */
  const forget = (event: Event): void => {
    const { target, relatedTarget } = event as FocusEvent;
    if (relatedTarget) memory = null;
    else
      queueMicrotask(() => {
        if (memory?.control === target && isThere(memory.control) && root.activeElement !== target) memory = null;
      });
  };
  const mend = (): void => {
    // The key that took the control away would go on in the next one.
    if (isKeyDown || !memory || isThere(memory.control)) return;
    const { control, around } = memory;
    memory = null;
    const focused = root.activeElement;
    if (focused && focused !== control && focused !== document.body) return;
    nearest(around)?.focus();
  };
  const observer = new MutationObserver(mend);
  observer.observe(root, { childList: true, subtree: true, attributeFilter: ['disabled', 'hidden', 'open'] });
  root.addEventListener('focusin', remember);
  root.addEventListener('focusout', forget);
  const press = ({ type, target }: Event): void => {
    if (type === 'blur' && target !== window) return;
    isKeyDown = type === 'keydown';
    mend();
  };
  for (const type of KEY_EVENTS) window.addEventListener(type, press, true);
  return () => {
    observer.disconnect();
    for (const type of KEY_EVENTS) window.removeEventListener(type, press, true);
    root.removeEventListener('focusin', remember);
    root.removeEventListener('focusout', forget);
  };
}

function memoryOf(root: Document | ShadowRoot, control: Element): Memory {
  const around: Memory['around'] = [];
  for (let place: ParentNode | null = control.parentNode; place; place = place.parentNode) {
    around.push({ place, index: [...place.querySelectorAll(CONTROLS)].indexOf(control) });
    if (place === root) break;
  }
  return { control, around };
}

/** In the innermost place that is left and has a control in it: the one at the same position, or the last one before it. */
function nearest(around: Memory['around']): HTMLElement | null {
  for (const { place, index } of around) {
    if (!place.isConnected) continue;
    const controls = [...place.querySelectorAll<HTMLElement>(CONTROLS)];
    const found =
      controls.slice(Math.max(0, index)).find(canBeReached) ?? controls.slice(0, Math.max(0, index)).reverse().find(canBeReached);
    if (found) return found;
  }
  return null;
}

function isThere(element: Element): boolean {
  return element.isConnected && !element.matches(':disabled') && element.checkVisibility();
}

function canBeReached(element: HTMLElement): boolean {
  return isThere(element) && element.tabIndex >= 0;
}
