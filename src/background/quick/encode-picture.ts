import { base64OfBlob } from '../../editors/base64';
import type { RgbaImage } from '../../nst/images/image';
import { UserFacingError } from '../../protocol/failure';
import type { EncodedPicture } from '../../protocol/overlay-calls';

/** Messages to pages are JSON, so pixels go as base64 of a file. */
export async function encodePicture({ width, height, data }: RgbaImage, type: 'image/png' | 'image/webp'): Promise<EncodedPicture> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new UserFacingError('out-of-memory', 'There is not enough memory for this picture; choose a smaller one.');
  context.putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0);
  const blob = await canvas.convertToBlob({ type });
  return { bytes: await base64OfBlob(blob), type };
}
