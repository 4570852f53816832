import type { HeadlessResult } from '../../../src/headless';
import { readChunks, withChunk } from '../../../src/picture-files/png/chunks';
import { decodePixels } from '../../../src/picture-files/png/decode-png';
import type { Pixels } from './codecs';
import type { OutputForm } from './format';
import { withJpegMetadata } from './jpeg-segments';
import { physOf, resolutionOf } from './resolution';
import { withWebpMetadata } from './webp-chunks';

/** What other formats than PNG must say where nobody knows: as screens are counted. */
const SCREEN = 72;
const WHITE = 255;

/** The result as a file: in sRGB and saying so, with its recipe, and as many pixels to the inch as the content's file. */
export async function encodeOutput({ image, deep, report }: HeadlessResult, form: OutputForm, content: Buffer): Promise<Buffer> {
  const resolution = resolutionOf(content);
  const png = Buffer.from((form.bits === 16 ? deep : image) ?? image, 'base64');
  if (form.format === 'png') {
    return resolution === null ? png : Buffer.from(withChunk(png, { type: 'pHYs', data: physOf(resolution) }));
  }
  const { encodeJpeg, encodeWebp } = await import('./codecs');
  const pixels = await pixelsOf(png);
  const recipe = JSON.stringify(report.recipe);
  const quality = form.quality ?? 100;
  if (form.format === 'jpeg') return withJpegMetadata(await encodeJpeg(onWhite(pixels), quality), resolution ?? SCREEN, recipe);
  return withWebpMetadata(await encodeWebp(pixels, quality), pixels, resolution ?? SCREEN, recipe);
}

async function pixelsOf(png: Buffer): Promise<Pixels> {
  const { width, height, data } = await decodePixels(readChunks(png));
  return { width, height, data: new Uint8ClampedArray(data) };
}

/** JPEG has no transparency. */
function onWhite({ width, height, data }: Pixels): Pixels {
  const opaque = new Uint8ClampedArray(data.length).fill(WHITE);
  for (let i = 0; i < data.length; i += 4) {
    const alpha = data[i + 3] / 255;
    for (let c = 0; c < 3; c++) opaque[i + c] = alpha * data[i + c] + (1 - alpha) * WHITE;
  }
  return { width, height, data: opaque };
}
