import { Canvas } from '../toolkit/canvas';
import { jitter, mixRgb, palette, scaleRgb, type Rgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { lightRelief } from '../toolkit/light';

const yarns = palette('#7c1d22', '#1c2c4c', '#e9dcc0', '#c9772b', '#2f6b5e', '#d9a441', '#3a1d1f', '#a8402e');
const [madder, indigo, ivory, rust, green, saffron, umber, brick] = yarns;

/** A knot is as wide as one warp and as high as a few wefts. */
const knotWidth = 8;
const knotHeight = 8;

export const design: Design = {
  id: 'kilim-weave',
  name: 'Kilim weave',
  description: 'Flat-woven wool: stepped lozenges, hooks and banded borders with uneven dye.',
  group: 'pattern',
  seed: 251,
  draw(studio) {
    const { size, random, noise } = studio;
    const canvas = new Canvas(size, size, umber);
    const columns = Math.ceil(size / knotWidth);
    const knots = Array.from({ length: columns * columns }, () => jitter([0.5, 0.5, 0.5], 0.07, random));
    canvas.shade((x, y) => {
      const sway = noise.fractal(x / 130, y / 130, 2) * 5;
      const column = Math.floor((x + sway) / knotWidth);
      const row = Math.floor((y + noise.fractal(x / 110 + 9, y / 110, 2) * 5) / knotHeight);
      const uneven = knots[Math.max(0, Math.min(knots.length - 1, row * columns + column))];
      return spun(studio, dyed(studio, yarnAt(column, row), row, column, uneven), x, y, sway, canvas);
    });
    lightRelief(canvas, { strength: 0.75, gloss: 0.06 });
    return canvas;
  },
};

/** Abrash: each batch of yarn took the dye a little differently. */
function dyed({ noise }: Studio, yarn: Rgb, row: number, column: number, uneven: Rgb): Rgb {
  const batch = 1 + noise.at(row / 3.1, 5) * 0.22 + noise.at(column / 40, row / 9) * 0.1;
  return [yarn[0] * batch + uneven[0] - 0.5, yarn[1] * batch + uneven[1] - 0.5, yarn[2] * batch + uneven[2] - 0.5];
}

/** Wefts bulge between the warps; wool is fuzzy. */
function spun({ noise }: Studio, yarn: Rgb, x: number, y: number, sway: number, canvas: Canvas): Rgb {
  const rib = Math.abs(Math.sin(((x + sway) * Math.PI) / knotWidth));
  const odd = Math.floor((x + sway) / knotWidth) % 2;
  const pass = Math.abs(Math.sin(((y + odd * 2) * Math.PI) / 4));
  canvas.raise(x, y, 2.2 * Math.sqrt(rib) * (0.4 + 0.6 * pass) + noise.at(x / 1.5, y / 1.5) * 0.35, 1);
  return mixRgb(scaleRgb(yarn, 0.78 + 0.3 * rib * pass), umber, (1 - rib) * 0.18);
}

function yarnAt(column: number, row: number): Rgb {
  const last = Math.ceil(768 / knotWidth) - 1;
  const edge = Math.min(column, last - column, row, last - row);
  if (edge < 13) return borderYarn(column, row, edge);
  return fieldYarn(column - 48, row - 48);
}

function borderYarn(column: number, row: number, edge: number): Rgb {
  if (edge < 1 || edge === 12) return ivory;
  if (edge < 2 || edge === 11) return indigo;
  const along = column + row;
  const tooth = Math.abs((along % 14) - 7);
  if (edge - 2 < tooth * 0.62) return tooth > 4 && edge < 5 ? saffron : madder;
  return edge > 8 && tooth < 2 ? ivory : green;
}

/** Rows of stepped lozenges, each with hooks and a nested heart; the colours rotate. */
function fieldYarn(u: number, v: number): Rgb {
  const spanU = 34;
  const spanV = 34;
  const shifted = u + (Math.floor((v + spanV * 40.5) / spanV) % 2 ? spanU / 2 : 0);
  const cellU = Math.floor((shifted + spanU * 40.5) / spanU);
  const cellV = Math.floor((v + spanV * 40.5) / spanV);
  const x = Math.abs(mod(shifted + spanU / 2, spanU) - spanU / 2);
  const y = Math.abs(mod(v + spanV / 2, spanV) - spanV / 2);
  const step = Math.floor(x / 2) * 2 + Math.floor(y / 2) * 2;
  const scheme = [
    [madder, ivory, indigo, saffron],
    [indigo, rust, ivory, brick],
    [green, ivory, madder, saffron],
    [brick, indigo, saffron, ivory],
  ][mod(cellU + cellV * 2, 4)];
  if (step < 4) return scheme[3];
  if (step < 8) return scheme[2];
  if (step < 10) return scheme[1];
  if (step < 15) return y > x && x < 2 ? scheme[1] : scheme[0];
  if (step < 17) return scheme[1];
  return hookYarn(x, y, step);
}

function hookYarn(x: number, y: number, step: number): Rgb {
  if (step >= 28) return saffron;
  if (step >= 24) return indigo;
  const isHook = (Math.floor(x / 2) + Math.floor(y / 2) * 3) % 4 === 0 && step < 22;
  return isHook ? ivory : umber;
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by;
}
