import type { Canvas } from '../../toolkit/canvas';
import { palette, scaleRgb } from '../../toolkit/color';
import type { Studio } from '../../toolkit/design';
import { coverPolygon } from '../../toolkit/fill';
import { point, smoothCurve } from '../../toolkit/geometry';
import { softenRelief } from '../../toolkit/light';

const brick = palette('#8f5a48', '#a2684f', '#7b4a40', '#b67d60');

/** Courses of brick in mortar, with their relief for the paint to lie on. */
export function buildWall(canvas: Canvas, { noise, random, size }: Studio): void {
  for (let row = -1; row < size / 34; row++) {
    for (let column = -1; column < size / 78 + 1; column++) {
      const left = column * 78 + (row % 2) * 39 + random.range(-1, 1);
      const top = row * 34 + random.range(-1, 1);
      const color = random.pick(brick);
      const corners = [point(left + 4, top + 3), point(left + 72, top + 3), point(left + 74, top + 28), point(left + 4, top + 29)];
      coverPolygon(smoothCurve(corners, 3, true), size, size, (x, y, coverage) => {
        canvas.blend(x, y, scaleRgb(color, 0.85 + noise.fractal(x / 7, y / 7, 3) * 0.3), coverage);
        canvas.raise(x, y, 3 + noise.fractal(x / 3, y / 3, 2) * 1.2, coverage);
      });
    }
  }
  softenRelief(canvas, 1);
}
