/** Pixels as canvas ImageData has them, which Node lacks. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** [height, width, 4], 8 bits. */
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}
/** MozJPEG compiled to wasm: the same bytes on every machine. */
export declare function encode(pixels: Pixels, quality: number): Promise<Buffer>;
/** Turned as its EXIF data says. `ImageData` must exist as a global for the decoder to fill. */
export declare function decode(bytes: Buffer): Promise<Pixels>;
