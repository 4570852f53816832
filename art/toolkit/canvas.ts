import { clamp } from './noise';
import type { Rgb } from './color';

export type Paint = Rgb | ((x: number, y: number) => Rgb);

export function paintAt(paint: Paint, x: number, y: number): Rgb {
  return typeof paint === 'function' ? paint(x, y) : paint;
}

/** A picture being drawn: colour, and the thickness of the paint for the light to fall on. */
export class Canvas {
  /** [height, width, 3], sRGB 0..1. */
  readonly pixels: Float32Array;
  /** [height, width], in pixels of thickness. */
  readonly relief: Float32Array;

  constructor(
    readonly width: number,
    readonly height: number,
    background: Paint,
  ) {
    this.pixels = new Float32Array(width * height * 3);
    this.relief = new Float32Array(width * height);
    this.shade((x, y) => paintAt(background, x, y));
  }

  at(x: number, y: number): Rgb {
    const column = clamp(Math.round(x), 0, this.width - 1);
    const row = clamp(Math.round(y), 0, this.height - 1);
    const offset = (row * this.width + column) * 3;
    return [this.pixels[offset], this.pixels[offset + 1], this.pixels[offset + 2]];
  }

  /** Lays the colour over the pixel; outside of the canvas nothing happens. */
  blend(x: number, y: number, color: Rgb, alpha: number): void {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height) return;
    const offset = (y * this.width + x) * 3;
    for (let channel = 0; channel < 3; channel++) {
      this.pixels[offset + channel] += (color[channel] - this.pixels[offset + channel]) * alpha;
    }
  }

  /** Glazes the pixel as a transparent pigment on white paper does: colours multiply. */
  glaze(x: number, y: number, color: Rgb, alpha: number): void {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height) return;
    const offset = (y * this.width + x) * 3;
    for (let channel = 0; channel < 3; channel++) {
      this.pixels[offset + channel] *= 1 - alpha * (1 - color[channel]);
    }
  }

  /** Adds light to the pixel. */
  glow(x: number, y: number, color: Rgb, amount: number): void {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height) return;
    const offset = (y * this.width + x) * 3;
    for (let channel = 0; channel < 3; channel++) {
      const value = this.pixels[offset + channel];
      this.pixels[offset + channel] = value + (1 - value) * clamp(color[channel] * amount);
    }
  }

  /** Moves the relief of the pixel toward `thickness`. */
  raise(x: number, y: number, thickness: number, alpha: number): void {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height) return;
    const offset = y * this.width + x;
    this.relief[offset] += (thickness - this.relief[offset]) * alpha;
  }

  /** Replaces every pixel by what `color` makes of it. */
  shade(color: (x: number, y: number, current: Rgb) => Rgb): void {
    for (let y = 0; y < this.height; y++) {
      for (let x = 0; x < this.width; x++) {
        const offset = (y * this.width + x) * 3;
        this.pixels.set(color(x, y, [this.pixels[offset], this.pixels[offset + 1], this.pixels[offset + 2]]), offset);
      }
    }
  }

  /** Replaces every pixel by the mean of 2×2 samples of a picture given as a function. */
  sample(color: (x: number, y: number) => Rgb): void {
    this.shade((x, y) => {
      const corners = [color(x + 0.25, y + 0.25), color(x + 0.75, y + 0.25), color(x + 0.25, y + 0.75), color(x + 0.75, y + 0.75)];
      const mean = (channel: number): number => corners.reduce((sum, corner) => sum + corner[channel], 0) / 4;
      return [mean(0), mean(1), mean(2)];
    });
  }

  /** [height, width, 4], 8 bits per channel, opaque. */
  toRgba(): Uint8ClampedArray<ArrayBuffer> {
    const bytes = new Uint8ClampedArray(this.width * this.height * 4).fill(255);
    for (let pixel = 0; pixel < this.width * this.height; pixel++) {
      for (let channel = 0; channel < 3; channel++) {
        bytes[pixel * 4 + channel] = Math.round(this.pixels[pixel * 3 + channel] * 255);
      }
    }
    return bytes;
  }
}
