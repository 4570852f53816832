/** MozJPEG and libwebp compiled to wasm: the same bytes on every machine, with a browser or without. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import webpEncode, { init as initWebp } from '@jsquash/webp/encode.js';
import { encode, type Pixels } from '../../../art/jpeg';

export type { Pixels };

const require = createRequire(import.meta.url);

export const encodeJpeg = encode;

export async function encodeWebp(pixels: Pixels, quality: number): Promise<Buffer> {
  await initWebp(new WebAssembly.Module(readFileSync(require.resolve('@jsquash/webp/codec/enc/webp_enc_simd.wasm'))));
  return Buffer.from(await webpEncode({ ...pixels, colorSpace: 'srgb' }, { quality }));
}
