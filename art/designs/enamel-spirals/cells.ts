import type { Canvas, Paint } from '../../toolkit/canvas';
import { paintAt } from '../../toolkit/canvas';
import { palette, scaleRgb, gradient } from '../../toolkit/color';
import type { Studio } from '../../toolkit/design';
import { coverPolygon } from '../../toolkit/fill';
import type { Point } from '../../toolkit/geometry';
import { traceStroke, type HalfWidth } from '../../toolkit/stroke';

const gold = palette('#6f4517', '#b98228', '#e9bd55', '#fff0b0');
const wireHeight = 3.4;

/** A field of glass: its colour is a little cloudy, and it stands lowest in its middle. */
export function enamel(canvas: Canvas, { noise }: Studio, outline: readonly Point[], paint: Paint): void {
  coverPolygon(outline, canvas.width, canvas.height, (x, y, coverage) => {
    const cloudy = 1 + 0.1 * noise.fractal(x / 14, y / 14, 3) + 0.05 * noise.at(x / 1.8, y / 1.8);
    canvas.blend(x, y, scaleRgb(paintAt(paint, x, y), cloudy), coverage);
    canvas.raise(x, y, 0.7 * noise.fractal(x / 30, y / 30, 2), coverage);
  });
}

/** Gold wire set on edge between the fields. */
export function wire(canvas: Canvas, { noise }: Studio, path: readonly Point[], halfWidth: HalfWidth = 1.7): void {
  traceStroke(canvas, path, halfWidth, ({ x, y, across, coverage }) => {
    canvas.blend(x, y, gradient(gold, 0.62 - 0.25 * across + 0.3 * noise.at(x / 9, y / 9)), coverage);
    canvas.raise(x, y, wireHeight * Math.sqrt(1 - 0.8 * across * across), coverage);
  });
}

export function framed(canvas: Canvas, studio: Studio, outline: readonly Point[], paint: Paint, halfWidth?: HalfWidth): void {
  enamel(canvas, studio, outline, paint);
  wire(canvas, studio, [...outline, outline[0]], halfWidth);
}
