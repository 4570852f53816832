import { UserFacingError } from '../../../protocol/failure';
import type { ImageRef } from '../../../protocol/layer';
import { loadImage, storeImage } from '../../../storage/images';
import type { Mask } from './mask-drawing';

/** Finer than anybody paints, and small enough to keep two dozen of for undo. */
const LONGEST_SIDE = 1536;

/** A mask has the layer's shape; the method brings it to the layer's size. */
export function maskSize({ width, height }: { width: number; height: number }): { width: number; height: number } {
  const factor = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}

/** As the method reads masks: grey is how much. */
export async function storeMask({ width, height, values }: Mask): Promise<ImageRef> {
  const canvas = new OffscreenCanvas(width, height);
  const pixels = new ImageData(width, height);
  values.forEach((value, i) => pixels.data.set([value, value, value, 255], 4 * i));
  contextOf(canvas).putImageData(pixels, 0, 0);
  return storeImage(await canvas.convertToBlob());
}

/** On black, a picture's brightness is its brightness times alpha: what the method reads. */
export async function loadMask(ref: ImageRef, width: number, height: number): Promise<Mask> {
  const bitmap = await createImageBitmap(await loadImage(ref));
  const context = contextOf(new OffscreenCanvas(width, height));
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const { data } = context.getImageData(0, 0, width, height);
  return { width, height, values: Uint8Array.from({ length: width * height }, (_, i) => data[4 * i] ?? 0) };
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new UserFacingError('out-of-memory', 'There is not enough memory for the brush; close other tabs and try again.');
  return context;
}
