import { createCanvas, visibleBounds } from './canvas';

const FRAME_MS = 250;

/**
 * The pixels of any canvas. A WebGL one without `preserveDrawingBuffer` is blank except while it is drawn, so it is
 * read within the page's own animation frame; pages that draw only when something changes draw anew after a `resize`.
 */
export async function readCanvas(source: HTMLCanvasElement): Promise<HTMLCanvasElement> {
  const copy = copyOf(source);
  if (!isBlank(copy)) return copy;
  const drawn = await readInFrame(source);
  if (!isBlank(drawn)) return drawn;
  window.dispatchEvent(new Event('resize'));
  const redrawn = copyOf(source);
  return isBlank(redrawn) ? readInFrame(source) : redrawn;
}

function copyOf(source: HTMLCanvasElement): HTMLCanvasElement {
  const { canvas, context } = createCanvas(source.width, source.height);
  context.drawImage(source, 0, 0);
  return canvas;
}

function isBlank(canvas: HTMLCanvasElement): boolean {
  return visibleBounds(canvas) === null;
}

/** A callback that is asked for now runs after those of the page, before the frame is shown and its buffer emptied. */
async function readInFrame(source: HTMLCanvasElement): Promise<HTMLCanvasElement> {
  await within(FRAME_MS, new Promise(requestAnimationFrame));
  let copy = createCanvas(source.width, source.height).canvas;
  const isRead = new Promise<void>((resolve) => {
    requestAnimationFrame(() => {
      copy = copyOf(source);
      resolve();
    });
  });
  await within(FRAME_MS, isRead);
  return copy;
}

/** Hidden tabs get no frames. */
function within(timeoutMs: number, event: Promise<unknown>): Promise<unknown> {
  return Promise.race([event, new Promise((resolve) => setTimeout(resolve, timeoutMs))]);
}
