/** 8-bit, straight-alpha RGBA in reading order; a browser's ImageData fits. */
export interface RgbaImage {
  readonly width: number;
  readonly height: number;
  /** [height · width · 4] */
  readonly data: Uint8ClampedArray;
  /** The same pixels with 16 bits a channel, of a file that has as many: what the network is shown of it. */
  readonly deep?: Uint16Array;
}

/** The same with 16 bits a channel. */
export interface DeepImage {
  readonly width: number;
  readonly height: number;
  /** [height · width · 4] */
  readonly data: Uint16Array;
}
