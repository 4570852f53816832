import type { Canvas } from './canvas';
import { scaleRgb } from './color';
import type { Noise } from './noise';

/** Tooth of watercolour paper, about -1..1. */
export function tooth(noise: Noise, x: number, y: number): number {
  return noise.fractal(x / 5, y / 5, 3) * 0.7 + noise.at(x / 1.7, y / 1.7) * 0.5;
}

/** Fibres of handmade paper, about -1..1. */
export function fibres(noise: Noise, x: number, y: number): number {
  return noise.at(x / 22 + noise.at(x / 60, y / 60) * 2, y / 2.2) * 0.5 + noise.at(x / 2.2 + 40, y / 26) * 0.5;
}

/** Lets the tooth of the paper show through everything drawn. */
export function addTooth(canvas: Canvas, noise: Noise, amount: number): void {
  canvas.shade((x, y, color) => scaleRgb(color, 1 + amount * tooth(noise, x, y)));
}
