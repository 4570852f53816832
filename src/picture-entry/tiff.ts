import { assertSize } from '../picture-files/decode';
import { encodeWhole } from '../picture-files/encode';
import { oriented } from '../picture-files/orientation';
import { inColorsOf, isSrgb } from '../picture-files/png/to-srgb';
import { profileChunk } from '../picture-files/png/profile-chunk';
import { readTiff } from '../picture-files/tiff/read-tiff';
import { deepInSrgb } from './deep-colors';

/** Its first page in sRGB and the right way up, with as many bits as it has. Throws a UserFacingError. */
export async function pngOfTiff(bytes: Uint8Array, what: string): Promise<Blob> {
  const { image, profile, isGrey, orientation } = await readTiff(bytes, what, (width, height) => assertSize(width, height, what));
  const color = profile ? [await profileChunk(profile)] : [];
  const converted = isSrgb(color) ? image : ((await deepInSrgb(image, isGrey, color)) ?? (await inColorsOf(image, isGrey, color)));
  return encodeWhole(oriented(converted, orientation));
}
