import { fromArrayBuffer, type GeoTIFFImage, type Pool } from 'geotiff';
import type { RgbaImage } from '../../nst/images/image';
import { UserFacingError } from '../../protocol/failure';
import { claimedSize } from '../formats';
import { rgbaOf, type Samples } from './rgba';
import { readableKind, unread, type TiffKind } from './kind';
import { unpackingOf } from './unpacking';

export interface TiffPicture {
  /** As it is stored: neither turned nor in sRGB. */
  image: RgbaImage;
  /** What its numbers mean, where the file tells: an ICC profile. */
  profile: Uint8Array | null;
  isGrey: boolean;
  /** 1 to 8, as in EXIF data. */
  orientation: number;
}

/** A page's thumbnail and its smaller copies have directories of their own. */
const REDUCED = 1;
const MOST_DIRECTORIES = 16;
const LARGEST_PROFILE = 4 * 2 ** 20;
const JPEG = 7;
const ICC_PROFILE = 34675;

/**
 * The first page of a TIFF. Its directory is read by geotiff, which also puts strips and tiles together and unpacks JPEG; the
 * other methods are unpacked here, no further than the directory promises. `assertSize` is asked before anything is unpacked.
 */
export async function readTiff(bytes: Uint8Array, what: string, assertSize: (width: number, height: number) => void): Promise<TiffPicture> {
  const page = await firstPage(bytes, what);
  assertSize(page.getWidth(), page.getHeight());
  const kind = await readableKind(page, what);
  if (page.isTiled) assertSize(page.getTileWidth(), page.getTileHeight());
  try {
    if (kind.compression === JPEG) await assertFrames(page, bytes, assertSize);
    const pool = unpackingOf(page, kind) as Pool | null;
    const samples = (await page.readRasters({ interleave: true, samples: [...kind.samples], pool })) as Samples;
    const colors = kind.space === 'palette' ? await valuesOf(page, 'ColorMap') : null;
    return {
      image: rgbaOf(samples, page.getWidth(), page.getHeight(), kind, colors),
      profile: await profileOf(page, kind),
      isGrey: kind.space === 'grey',
      orientation: Number((await page.fileDirectory.loadValue('Orientation')) ?? 1),
    };
  } catch (error) {
    if (error instanceof UserFacingError) throw error;
    throw damaged(what);
  }
}

async function firstPage(bytes: Uint8Array, what: string): Promise<GeoTIFFImage> {
  try {
    const file = await fromArrayBuffer(bufferOf(bytes));
    for (let i = 0; i < MOST_DIRECTORIES; i++) {
      const page = await file.getImage(i);
      if ((Number(page.fileDirectory.getValue('NewSubfileType') ?? 0) & REDUCED) === 0) return page;
    }
  } catch (error) {
    if (!/^No image at index/.test((error as Error).message)) throw damaged(what);
  }
  throw unread(what, 'raw');
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  const isWhole = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength;
  return (isWhole ? bytes.buffer : bytes.slice().buffer) as ArrayBuffer;
}

/** A JPEG within a TIFF has a size of its own, which is unpacked whatever the directory says. */
async function assertFrames(page: GeoTIFFImage, bytes: Uint8Array, assertSize: (width: number, height: number) => void): Promise<void> {
  for (const offset of Array.from(await valuesOf(page, page.isTiled ? 'TileOffsets' : 'StripOffsets'))) {
    const claimed = claimedSize(bytes.subarray(Number(offset)));
    if (claimed) assertSize(claimed.width, claimed.height);
  }
}

async function valuesOf(page: GeoTIFFImage, tag: 'TileOffsets' | 'StripOffsets' | 'ColorMap'): Promise<ArrayLike<number>> {
  return ((await page.fileDirectory.loadValue(tag)) ?? []) as ArrayLike<number>;
}

/** Of colours that a screen has: what a profile says of inks is not applied. */
async function profileOf(page: GeoTIFFImage, { space }: TiffKind): Promise<Uint8Array | null> {
  const profile = (await page.fileDirectory.loadValue(ICC_PROFILE)) as ArrayLike<number> | undefined;
  return profile && profile.length <= LARGEST_PROFILE && space !== 'cmyk' ? Uint8Array.from(profile) : null;
}

function damaged(what: string): UserFacingError {
  return new UserFacingError('not-an-image', `${what} can't be read: this TIFF is damaged; save it anew, or as PNG, then choose that.`);
}
