import {
  compareSplit,
  flip,
  frameOf,
  isPinching,
  isZoomed,
  look,
  movedBy,
  placeAt,
  WHOLE,
  ZOOM_STEP,
  zoomedAbout,
  zoomedTo,
} from '../../state/zoom';

/** Of the wheel's way, to the power of e; a pinch on a touchpad comes as many small ways. */
const WHEEL_POWER = 0.01;
const LARGEST_WHEEL_WAY = 25;
const DOUBLE_CLICK_ZOOM = 2.5;
/** How near the line a drag takes it along, in CSS pixels. */
const LINE_REACH = 20;
/** Part of the stage that an arrow key moves the picture by. */
const KEY_WAY = 1 / 8;
const ARROWS: Record<string, readonly [number, number]> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

type Drag = (event: PointerEvent) => void;

/** Lets the stage be enlarged and moved by wheel, fingers, mouse and keys. Returns a function that ends it. */
export function followGestures(stage: HTMLElement): () => void {
  const abort = new AbortController();
  const fingers = new Map<number, PointerEvent>();
  let drag: Drag | null = null;

  const begin = (event: PointerEvent): void => {
    if (event.pointerType === 'touch') fingers.set(event.pointerId, event);
    if (fingers.size === 2) drag = beginPinch(fingers);
    else if (canDrag(event)) {
      event.preventDefault();
      stage.setPointerCapture(event.pointerId);
      stage.querySelector<HTMLElement>('.fit')?.focus({ preventScroll: true });
      drag = nearLine(event) ? moveLine : beginMove(event);
    }
  };
  const beginMove = (from: PointerEvent): Drag => {
    let last = from;
    return (event) => {
      move(stage, { x: event.clientX - last.clientX, y: event.clientY - last.clientY });
      last = event;
    };
  };
  const beginPinch = (both: ReadonlyMap<number, PointerEvent>): Drag => {
    isPinching.value = true;
    let last = spanOf(both);
    return () => {
      const now = spanOf(both);
      move(stage, { x: now.x - last.x, y: now.y - last.y });
      zoomAbout(stage, now, look.value.zoom * (now.length / last.length));
      last = now;
    };
  };
  const moveLine = ({ clientX }: PointerEvent): void => {
    const { left, width } = stage.querySelector('.fit')!.getBoundingClientRect();
    compareSplit.value = Math.min(100, Math.max(0, (100 * (clientX - left)) / width));
  };
  const nearLine = ({ clientX }: PointerEvent): boolean => {
    const line = stage.querySelector('.compare-line')?.getBoundingClientRect();
    return line !== undefined && Math.abs(clientX - (line.left + line.right) / 2) <= LINE_REACH;
  };
  const go = (event: PointerEvent): void => {
    if (fingers.has(event.pointerId)) fingers.set(event.pointerId, event);
    drag?.(event);
  };
  const end = ({ pointerId }: PointerEvent): void => {
    fingers.delete(pointerId);
    drag = null;
    if (fingers.size === 0) isPinching.value = false;
  };

  const options = { capture: true, signal: abort.signal };
  stage.addEventListener('pointerdown', begin, options);
  stage.addEventListener('pointermove', go, options);
  stage.addEventListener('pointerup', end, options);
  stage.addEventListener('pointercancel', end, options);
  stage.addEventListener('wheel', (event) => turnWheel(stage, event), { ...options, passive: false });
  stage.addEventListener('dblclick', (event) => toggleAt(stage, event), options);
  // What chooses the view lies beside the stage.
  stage.parentElement?.addEventListener('keydown', (event) => pressKey(stage, event), options);
  return () => abort.abort();
}

/** By a step, about the middle. */
export function zoomBy(stage: HTMLElement, factor: number): void {
  look.value = zoomedAbout(look.value, frameOf(stage), { x: 0, y: 0 }, look.value.zoom * factor);
}

/** The brush paints with the first button; with the middle one, and where there is no brush, the picture is moved. */
function canDrag({ target, button, pointerType }: PointerEvent): boolean {
  const on = target instanceof Element ? target : null;
  if (!isZoomed.value || on?.closest('button')) return false;
  return button === 1 || (button === 0 && !on?.closest('.brush-canvas') && pointerType !== '');
}

function turnWheel(stage: HTMLElement, event: WheelEvent): void {
  const line = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    const way = Math.min(LARGEST_WHEEL_WAY, Math.max(-LARGEST_WHEEL_WAY, event.deltaY * line));
    zoomAbout(stage, { x: event.clientX, y: event.clientY }, look.value.zoom * Math.exp(-WHEEL_POWER * way));
    return;
  }
  // At its edge the panel scrolls on.
  if (move(stage, { x: -event.deltaX * line, y: -event.deltaY * line })) event.preventDefault();
}

function toggleAt(stage: HTMLElement, { target, clientX, clientY }: MouseEvent): void {
  if (target instanceof Element && target.closest('button, .brush-canvas')) return;
  zoomAbout(stage, { x: clientX, y: clientY }, isZoomed.value ? 1 : DOUBLE_CLICK_ZOOM);
}

function pressKey(stage: HTMLElement, event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || !actionOf(stage, event)) return;
  event.preventDefault();
  event.stopPropagation();
}

/** Whether the key was one of the stage's. */
function actionOf(stage: HTMLElement, { key, shiftKey, target }: KeyboardEvent): boolean {
  const arrow = ARROWS[key];
  if (arrow) {
    // The slider, the views and the brush have arrow keys of their own.
    const taken = target instanceof Element && target.matches('.brush-canvas, input');
    const moves = target instanceof Element && target.matches('.compare input') ? shiftKey : !taken;
    const by = { x: arrow[0] * KEY_WAY * stage.clientWidth, y: arrow[1] * KEY_WAY * stage.clientHeight };
    return moves && isZoomed.value && (move(stage, by), true);
  }
  if (key === '+' || key === '=') zoomBy(stage, ZOOM_STEP);
  else if (key === '-') zoomBy(stage, 1 / ZOOM_STEP);
  else if (key === '0') look.value = WHOLE;
  else if (key.toLowerCase() === 'b') flip();
  else return false;
  return true;
}

/** Whether it went anywhere. */
function move(stage: HTMLElement, by: { x: number; y: number }): boolean {
  if (!isZoomed.value) return false;
  const before = look.value;
  look.value = movedBy(before, frameOf(stage), by);
  return look.value.x !== before.x || look.value.y !== before.y;
}

/** A picture that is seen as a whole may lie beside the middle of the stage; an enlarged one never does. */
function zoomAbout(stage: HTMLElement, at: { x: number; y: number }, zoom: number): void {
  const seen = (!isZoomed.value && stage.querySelector('.fit')) || stage;
  const place = placeAt(look.value, frameOf(stage), fromMiddle(seen, at));
  look.value = zoomedTo(zoom, frameOf(stage), place, fromMiddle(stage, at));
}

function fromMiddle(element: Element, { x, y }: { x: number; y: number }): { x: number; y: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: x - left - width / 2, y: y - top - height / 2 };
}

/** The middle between two fingers, and how far they are apart. */
function spanOf(fingers: ReadonlyMap<number, PointerEvent>): { x: number; y: number; length: number } {
  const [a, b] = [...fingers.values()] as [PointerEvent, PointerEvent];
  const length = Math.max(1, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY));
  return { x: (a.clientX + b.clientX) / 2, y: (a.clientY + b.clientY) / 2, length };
}
