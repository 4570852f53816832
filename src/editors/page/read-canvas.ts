import { createCanvas, visibleBounds } from './canvas';

const FRAME_MS = 250;
const STREAM_MS = 1500;

/**
 * The pixels of any canvas. A WebGL one without `preserveDrawingBuffer` is blank except while it is drawn, so it
 * is read within the page's own animation frame, and if the page draws no more, from a video stream of it.
 */
export async function readCanvas(source: HTMLCanvasElement): Promise<HTMLCanvasElement> {
  const copy = copyOf(source, source.width, source.height);
  if (!isBlank(copy)) return copy;
  const drawn = await readInFrame(source);
  return isBlank(drawn) ? readFromStream(source).catch(() => drawn) : drawn;
}

function copyOf(source: CanvasImageSource, width: number, height: number): HTMLCanvasElement {
  const { canvas, context } = createCanvas(width, height);
  context.drawImage(source, 0, 0, width, height);
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
      copy = copyOf(source, source.width, source.height);
      resolve();
    });
  });
  await within(FRAME_MS, isRead);
  return copy;
}

/** Video has no alpha here, and colours may be off by a few levels. */
async function readFromStream(source: HTMLCanvasElement): Promise<HTMLCanvasElement> {
  const [track] = source.captureStream(0).getVideoTracks() as CanvasCaptureMediaStreamTrack[];
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = new MediaStream([track]);
  try {
    const isReady = new Promise((resolve) => video.requestVideoFrameCallback(resolve));
    void video.play();
    track.requestFrame();
    await within(STREAM_MS, isReady);
    return copyOf(video, source.width, source.height);
  } finally {
    track.stop();
  }
}

/** Hidden tabs get no frames, and a canvas that never changes may send none. */
function within(timeoutMs: number, event: Promise<unknown>): Promise<unknown> {
  return Promise.race([event, new Promise((resolve) => setTimeout(resolve, timeoutMs))]);
}
