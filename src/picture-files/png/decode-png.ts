import type { RgbaImage } from '../../nst/images/image';
import { withBytes } from '../deep';
import type { PngChunks } from './chunks';
import { inflateExactly } from './inflate';
import { channelsOf, passesOf, storedBytes, type Pass } from './passes';
import { pixelReader, type Rgba, type Samples } from './pixels';
import { unfilter } from './unfilter';

/**
 * A PNG's pixels as they are stored, as 8-bit straight-alpha RGBA, and beside it as 16-bit ones where it has them: every colour
 * type and depth, interlaced or not; hidden colours are kept. Colour chunks and orientation are for the caller. Throws PngError.
 */
export async function decodePixels(chunks: PngChunks): Promise<RgbaImage> {
  const { header } = chunks;
  const { width, height, depth } = header;
  const passes = passesOf(header);
  const bytes = await inflateExactly(chunks.data, storedBytes(passes));
  const rgba = depth === 16 ? new Uint16Array(width * height * 4) : new Uint8ClampedArray(width * height * 4);
  const pixelBytes = Math.max(1, (channelsOf(header) * depth) / 8);
  const readPixel = pixelReader(chunks);
  let at = 0;
  for (const pass of passes) {
    unfilter(bytes, at, pass.height, pass.rowBytes, pixelBytes);
    for (let y = 0; y < pass.height; y++) {
      const row = at + y * (1 + pass.rowBytes) + 1;
      writeRow(samplesOf(bytes.subarray(row, row + pass.rowBytes), depth), readPixel, pass, y, width, rgba);
    }
    at += pass.height * (1 + pass.rowBytes);
  }
  return rgba instanceof Uint16Array ? withBytes({ width, height, data: rgba }) : { width, height, data: rgba };
}

function writeRow(samples: Samples, readPixel: ReturnType<typeof pixelReader>, pass: Pass, y: number, width: number, rgba: Rgba): void {
  const row = (pass.y + y * pass.stepY) * width;
  for (let x = 0; x < pass.width; x++) readPixel(samples, x, rgba, 4 * (row + pass.x + x * pass.stepX));
}

/** Samples of a row: bytes hold several below 8 bits, and half of one at 16. */
function samplesOf(row: Uint8Array, depth: number): Samples {
  if (depth === 8) return row;
  if (depth === 16) return Uint16Array.from({ length: row.length / 2 }, (_, i) => (row[2 * i]! << 8) | row[2 * i + 1]!);
  const perByte = 8 / depth;
  return Uint8Array.from({ length: row.length * perByte }, (_, i) => {
    return (row[Math.floor(i / perByte)]! >> (8 - depth * (1 + (i % perByte)))) & (2 ** depth - 1);
  });
}
