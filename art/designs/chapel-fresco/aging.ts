import type { Canvas } from '../../toolkit/canvas';
import { mixRgb, palette, saturate, scaleRgb } from '../../toolkit/color';
import type { Studio } from '../../toolkit/design';
import { clamp, smoothstep } from '../../toolkit/noise';
import { scatter } from '../../toolkit/scatter';
import { createVoronoi } from '../../toolkit/voronoi';

const plaster = palette('#d9cdb6', '#e9e0cd', '#bfae90');
const earth = palette('#4f2c20')[0];

/** What centuries do: pigment fades in clouds, the plaster cracks, flakes fall and are filled. */
export function age(canvas: Canvas, { noise, random, size }: Studio): void {
  const cellAt = createVoronoi(scatter(size, size, 74, random, 90), 190);
  canvas.shade((x, y, color) => {
    const worn = smoothstep(0, 0.7, noise.fractal(x / 120 + 30, y / 120, 4)) * 0.26;
    const faded = mixRgb(saturate(color, 1 - worn), plaster[0], worn * 0.55);
    const { toWall } = cellAt(x + noise.fractal(x / 24, y / 24, 3) * 22, y + noise.fractal(x / 24 + 60, y / 24, 3) * 22);
    const kept = smoothstep(-0.05, 0.3, noise.fractal(x / 150 + 80, y / 150, 2));
    const crack = smoothstep(1, 0.2, toWall) * kept * 0.6;
    const depth = noise.fractal(x / 75 + 11, y / 75 + 5, 5);
    const loss = smoothstep(0.47, 0.5, depth);
    const rim = loss * (1 - smoothstep(0.5, 0.55, depth));
    const filled = mixRgb(faded, mixRgb(plaster[0], plaster[2], clamp(0.4 + noise.fractal(x / 9, y / 9, 3))), loss * 0.9);
    const rough = 1 + 0.09 * noise.fractal(x / 6, y / 6, 3) + 0.06 * noise.at(x / 1.6, y / 1.6);
    return scaleRgb(mixRgb(filled, earth, crack + rim * 0.14), rough);
  });
}
