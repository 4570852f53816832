import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import decodeJpeg, { init as initDecoder } from '@jsquash/jpeg/decode.js';
import encodeJpeg, { init as initEncoder } from '@jsquash/jpeg/encode.js';

/** Pixels as canvas ImageData has them, which Node lacks. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** [height, width, 4], 8 bits. */
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

const require = createRequire(import.meta.url);

function compile(name: string): WebAssembly.Module {
  return new WebAssembly.Module(readFileSync(require.resolve(`@jsquash/jpeg/codec/${name}`)));
}

/** MozJPEG compiled to wasm: the same bytes on every machine. */
export async function encode(pixels: Pixels, quality: number): Promise<Buffer> {
  await initEncoder(compile('enc/mozjpeg_enc.wasm'));
  return Buffer.from(await encodeJpeg({ ...pixels, colorSpace: 'srgb' }, { quality }));
}

/** Turned as its EXIF data says. `ImageData` must exist as a global for the decoder to fill. */
export async function decode(bytes: Buffer): Promise<Pixels> {
  Object.assign(globalThis, { ImageData: globalThis.ImageData ?? PlainImageData });
  await initDecoder(compile('dec/mozjpeg_dec.wasm'));
  const { width, height, data } = await decodeJpeg(new Uint8Array(bytes).buffer, { preserveOrientation: true });
  return { width, height, data: new Uint8ClampedArray(data) };
}

class PlainImageData {
  constructor(
    readonly data: Uint8ClampedArray,
    readonly width: number,
    readonly height: number,
  ) {}
}
