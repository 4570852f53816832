import { createCanvas, visibleBounds } from './canvas';

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
  await nextFrame();
  return new Promise((resolve) => requestAnimationFrame(() => resolve(copyOf(source, source.width, source.height))));
}

function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Video has no alpha here, and colours may be off by a few levels. */
async function readFromStream(source: HTMLCanvasElement): Promise<HTMLCanvasElement> {
  const stream = source.captureStream(0);
  const [track] = stream.getVideoTracks() as CanvasCaptureMediaStreamTrack[];
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = stream;
  try {
    const isReady = new Promise((resolve) => video.requestVideoFrameCallback(resolve));
    track.requestFrame();
    await video.play();
    await Promise.race([isReady, new Promise((resolve) => setTimeout(resolve, 2000))]);
    return copyOf(video, source.width, source.height);
  } finally {
    track.stop();
  }
}
