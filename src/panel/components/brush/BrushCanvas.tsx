import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { paintedKind, presentMask, tipFor } from '../../state/brush/brush';
import { beginStroke, extendStroke, type Mask, type Part, type Point, type Stroke } from '../../state/brush/mask-drawing';
import { commitMask, masks, type MaskKind } from '../../state/brush/masks';
import { frameOf, isPinching, isZoomed, look, lookAt } from '../../state/zoom';
import { paintTint } from './tint';
import { translate } from '../../../texts/translate';

const NAMES: Record<MaskKind, string> = {
  strength: translate`Where the picture changes`,
  keep: translate`Where shapes are kept`,
  style1: translate`Where the first style applies`,
  style2: translate`Where the second style applies`,
};

const ARROWS: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The mask over the layer, painted by pointer, or by arrow keys and the space bar. */
export function BrushCanvas() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const ring = useRef<HTMLSpanElement>(null);
  const stroke = useRef<{ stroke: Stroke; last: Point; kind: MaskKind } | null>(null);
  const cursor = useRef<Point | null>(null);
  const kind = paintedKind.value;
  const mask = masks.value[kind];

  useEffect(() => {
    if (canvas.current) show(canvas.current, mask ?? presentMask(), kind);
  }, [mask, kind]);

  const begin = (at: Point, pressure: number): void => {
    const before = presentMask();
    if (!before || !canvas.current) return;
    stroke.current = { stroke: beginStroke(before), last: at, kind };
    show(canvas.current, before, kind);
    extend(at, pressure);
  };
  const extend = (at: Point, pressure: number): void => {
    const now = stroke.current;
    if (!now || !canvas.current) return;
    const part = extendStroke(now.stroke, tipFor(now.stroke.mask, pressure), now.last, at);
    now.last = at;
    showPart(canvas.current, now.stroke.mask, now.kind, part);
  };
  const end = (): void => {
    const now = stroke.current;
    stroke.current = null;
    if (now) commitMask(now.kind, now.stroke.mask);
  };
  /** What one of two fingers began before the other came. */
  const abandon = (): void => {
    if (stroke.current && canvas.current) show(canvas.current, stroke.current.stroke.before, stroke.current.kind);
    stroke.current = null;
  };
  useSignalEffect(() => {
    if (isPinching.value) abandon();
  });
  const moveRing = (at: Point): void => {
    const present = presentMask();
    if (!ring.current || !present) return;
    cursor.current = at;
    const share = (value: number, of: number): string => `${(100 * value) / of}%`;
    ring.current.style.left = share(at.x, present.width);
    ring.current.style.top = share(at.y, present.height);
    ring.current.style.width = share(2 * tipFor(present, 1).radius, present.width);
    ring.current.hidden = false;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const present = presentMask();
    if (!present || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = cursor.current ?? { x: present.width / 2, y: present.height / 2 };
    const arrow = ARROWS[event.key];
    if (!arrow && event.key !== ' ') return;
    event.preventDefault();
    const step = Math.max(1, tipFor(present, 1).radius / 2);
    const to = arrow ? inside({ x: at.x + arrow.x * step, y: at.y + arrow.y * step }, present) : at;
    moveRing(to);
    bringIntoSight(event.currentTarget as Element, { x: to.x / present.width, y: to.y / present.height });
    if (arrow && !event.shiftKey) return;
    begin(at, 1);
    extend(to, 1);
    end();
  };

  return (
    <div class="brush-place">
      <canvas
        ref={canvas}
        class="brush-canvas"
        // eslint-disable-next-line jsx-a11y-x/no-interactive-element-to-noninteractive-role -- It takes arrow keys and the space bar itself.
        role="application"
        tabIndex={0}
        aria-label={translate`${NAMES[kind]}: paint with the pointer, or move with the arrow keys and paint with the space bar`}
        data-testid="brush-canvas"
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          begin(pointIn(event), pressureOf(event));
        }}
        onPointerMove={(event) => {
          moveRing(pointIn(event));
          for (const one of event.getCoalescedEvents?.() ?? [event]) extend(pointIn(one, event.currentTarget), pressureOf(event));
        }}
        onPointerUp={end}
        onPointerCancel={end}
        onPointerLeave={() => ring.current && (ring.current.hidden = true)}
        onKeyDown={onKeyDown}
      />
      <span ref={ring} class="brush-ring" hidden aria-hidden="true" />
    </div>
  );
}

/** An enlarged picture moves with the keys' brush. */
function bringIntoSight(canvas: Element, place: Point): void {
  const stage = canvas.closest('.stage');
  if (stage && isZoomed.value) look.value = lookAt(look.value, frameOf(stage), place);
}

function show(canvas: HTMLCanvasElement, mask: Mask | null, kind: MaskKind): void {
  if (!mask) return;
  canvas.width = mask.width;
  canvas.height = mask.height;
  showPart(canvas, mask, kind, { x: 0, y: 0, width: mask.width, height: mask.height });
}

function showPart(canvas: HTMLCanvasElement, mask: Mask, kind: MaskKind, part: Part): void {
  if (part.width === 0 || part.height === 0) return;
  canvas.getContext('2d')?.putImageData(paintTint(mask, kind, part), part.x, part.y);
}

function pointIn({ clientX, clientY, currentTarget }: MouseEvent, target = currentTarget as HTMLCanvasElement): Point {
  const { left, top, width, height } = target.getBoundingClientRect();
  return { x: ((clientX - left) / width) * target.width, y: ((clientY - top) / height) * target.height };
}

/** A mouse and a finger press as hard as can be. */
function pressureOf({ pointerType, pressure }: PointerEvent): number {
  return pointerType === 'pen' && pressure > 0 ? pressure : 1;
}

function inside({ x, y }: Point, { width, height }: Mask): Point {
  return { x: Math.min(width, Math.max(0, x)), y: Math.min(height, Math.max(0, y)) };
}
