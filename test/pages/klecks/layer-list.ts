/** Klecks' list of layers, in a tab that need not be open; it is made anew some time after each change. */
import { moveCurrent, picture } from './document';

const ROW_PIXELS = 35;
const [list] = document.querySelectorAll<HTMLElement>('.layers');
/** Of the row that is dragged. */
let drag: { pointerId: number; pageY: number; top: number } | null = null;

export function refreshList(): void {
  setTimeout(() => list.replaceChildren(...picture.layers.map((_, i) => rowOf(i))), 1);
}

function rowOf(i: number): HTMLElement {
  const { name, isVisible, opacity } = picture.layers[i];
  const row = document.createElement('div');
  row.className = i === picture.current ? 'kl-layer kl-layer--selected' : 'kl-layer';
  row.style.cssText = `position: absolute; top: ${(picture.layers.length - 1 - i) * ROW_PIXELS}px`;
  row.innerHTML = `<div><div class="handle"><label><input type="checkbox" ${isVisible ? 'checked' : ''}></label>
    <div class="kl-layer__label"></div><div class="kl-layer__opacity-label">${Math.floor(opacity * 100)}%</div></div><div></div></div>`;
  row.querySelector('.kl-layer__label')!.append(name);
  row.querySelector('.handle')!.addEventListener('pointerdown', (event) => beginDrag(i, event as PointerEvent));
  return row;
}

function beginDrag(i: number, { pointerId, pageY, buttons }: PointerEvent): void {
  if (buttons !== 1) return;
  picture.current = i;
  drag = { pointerId, pageY, top: (picture.layers.length - 1 - i) * ROW_PIXELS };
}

document.addEventListener('pointermove', ({ pointerId, pageY }) => {
  if (drag?.pointerId === pointerId) drag = { pointerId, pageY, top: drag.top + pageY - drag.pageY };
});

document.addEventListener('pointerup', ({ pointerId }) => {
  if (drag?.pointerId !== pointerId) return;
  const last = picture.layers.length - 1;
  const row = Math.min(last, Math.max(0, Math.round(drag.top / ROW_PIXELS)));
  drag = null;
  moveCurrent(last - row);
});
