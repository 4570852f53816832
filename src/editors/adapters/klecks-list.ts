/** The list of layers in Klecks' sidebar, which is there whether or not its tab is open. */
export interface ListedLayer {
  element: HTMLElement;
  name: string;
  /** Whether the picture shows it: neither hidden nor fully transparent. */
  isShown: boolean;
  isCurrent: boolean;
}

/** Bottom first. */
export function listedLayers(): ListedLayer[] {
  const elements = [...document.querySelectorAll<HTMLElement>('.kl-layer')];
  const top = ({ style }: HTMLElement) => parseFloat(style.top) || 0;
  return elements
    .sort((a, b) => top(b) - top(a))
    .map((element) => ({
      element,
      name: element.querySelector('.kl-layer__label')?.textContent?.trim() || 'Layer',
      isShown: isTicked(element) && element.querySelector('.kl-layer__opacity-label')?.textContent !== '0%',
      isCurrent: element.classList.contains('kl-layer--selected'),
    }));
}

function isTicked(element: HTMLElement): boolean {
  return element.querySelector<HTMLInputElement>('input[type=checkbox]')?.checked ?? true;
}

/** Rows of the list are that far apart. */
const ROW_PIXELS = 35;

/** A number that no pointer of the user's has. */
const POINTER = 9001;

/** Drags a layer down, as a user would: one step of undo. */
export function dragDown({ element }: ListedLayer, rows: number): void {
  const handle = element.firstElementChild?.firstElementChild;
  if (!handle || rows === 0) return;
  const drag = (target: EventTarget, type: string, init: PointerEventInit) =>
    target.dispatchEvent(new PointerEvent(type, { pointerId: POINTER, pointerType: 'mouse', isPrimary: true, bubbles: true, ...init }));
  drag(handle, 'pointerdown', { button: 0, buttons: 1, clientY: 0 });
  drag(document, 'pointermove', { button: -1, buttons: 1, clientY: rows * ROW_PIXELS });
  drag(document, 'pointerup', { button: 0, buttons: 0, clientY: rows * ROW_PIXELS });
}
