import { assertSize, decodeImage } from '../picture-files/decode';
import { isSvg, isTiff } from '../picture-files/formats';
import { isPng, readChunks, readHeader, type PngChunks } from '../picture-files/png/chunks';
import { isSrgb } from '../picture-files/png/to-srgb';
import { severalIn } from '../picture-files/several';

/** A picture in a form that every part reads and every page shows. */
export interface EnteredPicture {
  file: Blob;
  width: number;
  height: number;
  /** What the file holds more of than the one that was read. */
  several: ReturnType<typeof severalIn>;
}

const DEEP = 16;

/**
 * A file that somebody chose, as it goes on: most as they are. What browsers do not show is rewritten once, here: TIFF and SVG
 * as PNG; and a PNG of 16 bits that is not in sRGB, because only a document converts more than 8. Throws a UserFacingError.
 */
export async function enterPicture(file: Blob, what = 'The image'): Promise<EnteredPicture> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const rewritten = (await rewrittenPicture(bytes, what)) ?? file;
  const { width, height } = await decodeImage(rewritten, what);
  return { file: rewritten, width, height, several: severalIn(bytes) };
}

/** Null where it stays as it is. Their readers are loaded with the first such file. */
async function rewrittenPicture(bytes: Uint8Array, what: string): Promise<Blob | null> {
  if (isTiff(bytes)) return (await import('./tiff')).pngOfTiff(bytes, what);
  if (isSvg(bytes)) return (await import('./svg')).pngOfSvg(bytes, what);
  const chunks = deepInOtherColors(bytes, what);
  return chunks && (await import('./deep-colors')).pngInSrgb(chunks);
}

/** Null for any other file, damaged ones among them: what is wrong with those is said where they are decoded. */
function deepInOtherColors(bytes: Uint8Array, what: string): PngChunks | null {
  try {
    if (!isPng(bytes) || readHeader(bytes).depth !== DEEP) return null;
    const chunks = readChunks(bytes);
    if (isSrgb(chunks.color)) return null;
    assertSize(chunks.header.width, chunks.header.height, what);
    return chunks;
  } catch {
    return null;
  }
}
