import { encode, type Pixels } from '../../art/jpeg';

const BEST_QUALITY = 88;
const LEAST_QUALITY = 40;

/** The best JPEG that keeps within so many bytes. */
export async function encodeWithin(sheet: Pixels, mostBytes: number): Promise<Buffer> {
  for (let quality = BEST_QUALITY; quality >= LEAST_QUALITY; quality -= 4) {
    const bytes = await encode(sheet, quality);
    if (bytes.length <= mostBytes) return bytes;
  }
  throw new Error(`The sheet takes more than ${mostBytes} bytes; draw it with a smaller --size.`);
}
