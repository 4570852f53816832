import type { Canvas } from './canvas';
import type { Rgb } from './color';
import type { Studio } from './design';
import type { Point } from './geometry';
import { smoothstep } from './noise';
import { tooth } from './paper';
import { traceStroke, type HalfWidth } from './stroke';

/** Chalk stays on the high places of the paper; pressure (about 0.4 to 1.1) reaches deeper. */
export function chalk(canvas: Canvas, { noise }: Studio, path: readonly Point[], halfWidth: HalfWidth, color: Rgb, pressure: number): void {
  traceStroke(canvas, path, halfWidth, ({ x, y, across, coverage }) => {
    const edge = 1 - 0.55 * across * across;
    const grip = smoothstep(0.55, 0.05, 0.5 - tooth(noise, x, y) * 0.62 - (pressure - 0.5) * edge);
    canvas.blend(x, y, color, coverage * grip * 0.92);
  });
}
