import type { Canvas } from './canvas';

export interface Light {
  /** How strongly a slope shades; 1 is natural for oil paint. */
  readonly strength?: number;
  /** Radians, where the light comes from; default upper left. */
  readonly azimuth?: number;
  /** Brightness of the glossy highlights. */
  readonly gloss?: number;
}

const elevation = 0.9;

/** Lights the relief from one side: Lambert shading plus a glossy highlight. */
export function lightRelief(canvas: Canvas, { strength = 1, azimuth = -2.3, gloss = 0.25 }: Light = {}): void {
  const { width, height, relief } = canvas;
  const lightX = Math.cos(azimuth) * Math.cos(elevation);
  const lightY = Math.sin(azimuth) * Math.cos(elevation);
  const lightZ = Math.sin(elevation);
  const at = (x: number, y: number): number => relief[Math.max(0, Math.min(height - 1, y)) * width + Math.max(0, Math.min(width - 1, x))];
  canvas.shade((x, y, color) => {
    const slopeX = (at(x - 1, y) - at(x + 1, y)) * strength * 0.5;
    const slopeY = (at(x, y - 1) - at(x, y + 1)) * strength * 0.5;
    const facing = (slopeX * lightX + slopeY * lightY + lightZ) / Math.sqrt(slopeX ** 2 + slopeY ** 2 + 1);
    const diffuse = 0.25 + 0.75 * (facing / lightZ);
    const shine = Math.max(0, facing - 0.9) * 10 * gloss;
    return [shined(color[0] * diffuse, shine), shined(color[1] * diffuse, shine), shined(color[2] * diffuse, shine)];
  });
}

function shined(value: number, shine: number): number {
  return Math.max(0, Math.min(1, value + (1 - value) * shine));
}

/** Smooths the relief with a box of the given radius, twice in each direction. */
export function softenRelief(canvas: Canvas, radius: number): void {
  for (let pass = 0; pass < 2; pass++) {
    blurLines(canvas.relief, canvas.width, canvas.height, 1, canvas.width, radius);
    blurLines(canvas.relief, canvas.height, canvas.width, canvas.width, 1, radius);
  }
}

function blurLines(values: Float32Array, count: number, lines: number, step: number, stride: number, radius: number): void {
  const line = new Float32Array(count);
  for (let index = 0; index < lines; index++) {
    for (let place = 0; place < count; place++) line[place] = values[index * stride + place * step];
    for (let place = 0; place < count; place++) {
      let sum = 0;
      for (let near = place - radius; near <= place + radius; near++) sum += line[Math.max(0, Math.min(count - 1, near))];
      values[index * stride + place * step] = sum / (2 * radius + 1);
    }
  }
}
