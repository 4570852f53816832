const CHUNK_HEAD = 8;
const FIRST_CHUNK = 12;
const NO_CHUNK = 'XEIF';

export interface WebpParts {
  /** The file without its EXIF data, which browsers differ about. */
  bytes: Uint8Array;
  exif: Uint8Array;
}

/** A WebP with EXIF data, taken apart; null for any other file. */
export function withoutExif(bytes: Uint8Array): WebpParts | null {
  if (textAt(bytes, 0) !== 'RIFF' || textAt(bytes, 8) !== 'WEBP') return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = FIRST_CHUNK; at + CHUNK_HEAD <= bytes.length;) {
    const length = view.getUint32(at + 4, true);
    if (textAt(bytes, at) === 'EXIF')
      return { bytes: renamed(bytes, at), exif: exifOf(bytes.subarray(at + CHUNK_HEAD, at + CHUNK_HEAD + length)) };
    at += CHUNK_HEAD + length + (length % 2);
  }
  return null;
}

/** Unknown chunks are passed over by every reader. */
function renamed(bytes: Uint8Array, at: number): Uint8Array {
  const copy = bytes.slice();
  copy.set(new TextEncoder().encode(NO_CHUNK), at);
  return copy;
}

/** Some programs write the marker of JPEG files before the data. */
function exifOf(data: Uint8Array): Uint8Array {
  return textAt(data, 0) === 'Exif' ? data.subarray(6) : data;
}

function textAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
