import { encode } from 'fast-png';
import type { RgbaImage } from '../nst/images/image';

/** Straight-alpha RGBA → PNG, exactly; `text` goes into the file's text chunks. */
export function encodePng({ width, height, data }: RgbaImage, text: Record<string, string> = {}): Blob {
  const bytes = encode({ width, height, data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength), channels: 4, depth: 8, text });
  return new Blob([bytes as BlobPart], { type: 'image/png' });
}
