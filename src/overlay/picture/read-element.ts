import { createCanvas } from '../../editors/page/canvas';
import { readCanvas } from '../../editors/page/read-canvas';
import { UserFacingError } from '../../protocol/failure';
import { assertSize } from './limits';

/** The pixels of an <img> in its own size, or of a <canvas> of any kind. */
export async function readElement(element: HTMLImageElement | HTMLCanvasElement): Promise<HTMLCanvasElement> {
  if (element instanceof HTMLCanvasElement) {
    assertSize(element.width, element.height);
    return readCanvas(element);
  }
  await element.decode().catch(() => undefined);
  if (!element.complete || element.naturalWidth === 0) {
    throw new UserFacingError('not-loaded', 'This picture did not load; reload the page, or choose another one.');
  }
  assertSize(element.naturalWidth, element.naturalHeight);
  const { canvas, context } = createCanvas(element.naturalWidth, element.naturalHeight);
  context.drawImage(element, 0, 0);
  return canvas;
}
