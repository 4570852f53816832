import type { Rectangle, Sheet } from '../editor-adapter';
import { cropCanvas, pngOfCanvas } from './canvas';
import { unpackedBitmap } from './unpacked-bitmap';

/** Pixels that take a browser about a tenth of a second to pack; below, a file would be a detour. */
const LARGE = 2e6;

/** What is visible of a layer as base64 of a PNG; null: it was handed over as a file, a BMP. @throws EditorError */
export async function send({ canvas, pixels }: Sheet, place: Rectangle, channel: string | null): Promise<string | null> {
  const isLarge = place.width * place.height >= LARGE;
  if (isLarge && channel !== null && handOver(new File(unpackedBitmap(pixels, place), 'layer.bmp', { type: 'image/bmp' }), channel))
    return null;
  return pngOfCanvas(cropCanvas(canvas, place));
}

/**
 * Gives a file to the extension's own world of this page. Of all that a page holds, only elements are shared by both worlds, and of
 * these an input for files carries one. Whether it was taken.
 */
function handOver(file: File, channel: string): boolean {
  const transfer = new DataTransfer();
  transfer.items.add(file);
  const input = Object.assign(document.createElement('input'), { type: 'file', files: transfer.files });
  return !document.dispatchEvent(new MouseEvent(channel, { relatedTarget: input, cancelable: true }));
}
