import { erases, redoStroke, resizeBrush, undoStroke } from '../../state/brush/brush';

const KEYS: Record<string, () => void> = {
  '[': () => resizeBrush(false),
  ']': () => resizeBrush(true),
  x: () => (erases.value = !erases.value),
  z: undoStroke,
  Z: redoStroke,
};

/** Everywhere in the panel but where text is typed. */
export function handleBrushKey(event: KeyboardEvent): void {
  const typed =
    event.target instanceof Element &&
    event.target.matches('textarea, select, input:not([type="range"], [type="radio"], [type="checkbox"])');
  const action = KEYS[event.shiftKey ? event.key : event.key.toLowerCase()];
  const isUndo = event.key.toLowerCase() === 'z';
  if (typed || !action || event.altKey || ((event.ctrlKey || event.metaKey) && !isUndo)) return;
  event.preventDefault();
  action();
}
