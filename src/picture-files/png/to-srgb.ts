import { encode } from 'fast-png';
import type { RgbaImage } from '../../nst/images/image';
import { writtenChunk, type Chunk, type PngChunks } from './chunks';
import { inflateExactly } from './inflate';

/** Of a file up to and with its header. */
const HEADER_END = 33;
/** 1 / 2.2 in units of gAMA, as sRGB pictures say it. */
const GAMMA_OF_SRGB = [45454, 45455, 45456];
const LARGEST_PROFILE = 4 * 2 ** 20;

/**
 * The picture's colours in sRGB, as the browser itself reads the file's colour chunks, and its alpha untouched: the
 * browser is shown the colours without their alpha, because it would lose hidden colours and round the others.
 */
export async function inSrgb(image: RgbaImage, chunks: PngChunks): Promise<RgbaImage> {
  const color = await usableChunks(chunks.color);
  return isSrgb(color) ? image : inColorsOf(image, chunks.header.color.startsWith('grey'), color);
}

/** Likewise, of a picture whose colours are what these chunks of a PNG say. Of 16 bits, 8 are left. */
export async function inColorsOf(image: RgbaImage, isGrey: boolean, color: readonly Chunk[]): Promise<RgbaImage> {
  const bitmap = await createImageBitmap(opaquePng(image, isGrey, color)).catch(() => null);
  if (!bitmap) return image;
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d', { willReadFrequently: true });
  context?.drawImage(bitmap, 0, 0);
  bitmap.close();
  const converted = context?.getImageData(0, 0, image.width, image.height).data;
  if (!converted) return image;
  for (let i = 3; i < converted.length; i += 4) converted[i] = image.data[i]!;
  return { width: image.width, height: image.height, data: converted };
}

/** A profile that unpacks to more than any has is left out, whatever it may hold. */
export async function usableChunks(color: readonly Chunk[]): Promise<Chunk[]> {
  const usable = await Promise.all(color.map(async (chunk) => chunk.type !== 'iCCP' || (await isUsableProfile(chunk))));
  return color.filter((_, i) => usable[i]);
}

/** A name of 1 to 79 bytes, a zero, the method, and a zlib stream that begins with the profile's size. */
async function isUsableProfile({ data }: Chunk): Promise<boolean> {
  const end = data.indexOf(0);
  if (end < 1 || end > 79) return false;
  const head = await inflateExactly([data.subarray(end + 2)], 4).catch(() => null);
  return head !== null && new DataView(head.buffer).getUint32(0) <= LARGEST_PROFILE;
}

/** Whether nothing has to be done to colours that these chunks tell of. */
export function isSrgb(color: readonly Chunk[]): boolean {
  const types = color.map(({ type }) => type);
  if (types.includes('cICP') || types.includes('iCCP')) return false;
  if (types.length === 0 || types.includes('sRGB')) return true;
  return types.join() === 'gAMA' && GAMMA_OF_SRGB.includes(numberOf(color[0]!));
}

function numberOf({ data }: Chunk): number {
  return data.length < 4 ? 0 : new DataView(data.buffer, data.byteOffset).getUint32(0);
}

/** Its colours alone, with as many bits as it has. */
export function opaquePng({ width, height, data, deep }: RgbaImage, isGrey: boolean, color: readonly Chunk[]): Blob {
  const channels = isGrey ? 1 : 3;
  const length = width * height * channels;
  const samples = deep ? new Uint16Array(length) : new Uint8Array(length);
  const values = deep ?? data;
  for (let i = 0; i < width * height; i++) for (let c = 0; c < channels; c++) samples[i * channels + c] = values[4 * i + c]!;
  const bytes = encode({ width, height, data: samples, channels, depth: deep ? 16 : 8 }, { zlib: { level: 1 } });
  return new Blob([bytes.subarray(0, HEADER_END), ...color.map(writtenChunk), bytes.subarray(HEADER_END)] as BlobPart[]);
}
