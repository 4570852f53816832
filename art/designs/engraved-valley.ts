import { Canvas } from '../toolkit/canvas';
import { gradient, mixRgb, palette, scaleRgb, type Rgb } from '../toolkit/color';
import type { Design, Studio } from '../toolkit/design';
import { clamp, smoothstep } from '../toolkit/noise';
import { fibres } from '../toolkit/paper';

const paper = palette('#f1e7d0')[0];
const ink = palette('#1b1a26')[0];
const tints = palette('#ecb95a', '#dd7d52', '#98ad5c', '#4f9080', '#5f93bb');

/** What the graver does at a place: lines are the level curves of `phase`. */
interface Plate {
  /** Pixels across the lines. */
  readonly phase: number;
  /** Pixels across the second set of lines, cut in the shadows. */
  readonly cross: number;
  /** 0 white .. 1 black. */
  readonly tone: number;
  readonly tint: Rgb;
}

const pitch = 8.6;

export const design: Design = {
  id: 'engraved-valley',
  name: 'Engraved valley',
  description: 'Copper engraving: swelling and crossing lines, hand-coloured with pale washes.',
  group: 'drawing',
  seed: 131,
  draw(studio) {
    const { noise, size } = studio;
    const canvas = new Canvas(size, size, paper);
    canvas.sample((x, y) => {
      const plate = plateAt(studio, x, y);
      const wash = mixRgb(paper, plate.tint, 0.8 + noise.fractal(x / 70, y / 70, 3) * 0.35);
      return mixRgb(wash, ink, 0.93 * Math.max(lineAt(plate.phase, plate.tone), lineAt(plate.cross, plate.tone * 1.3 - 0.62)));
    });
    canvas.shade((x, y, color) => scaleRgb(color, 1 + fibres(noise, x, y) * 0.05));
    return canvas;
  },
};

/** Coverage of a line whose width grows with the tone. */
function lineAt(phase: number, tone: number): number {
  if (tone <= 0.03) return 0;
  const place = phase / pitch;
  const toLine = Math.abs(place - Math.round(place)) * 2;
  const half = clamp(tone, 0, 0.94);
  return smoothstep(half + 0.1, half - 0.1, toLine);
}

const sun = { x: 250, y: 215, radius: 84 };

interface Hill {
  readonly base: number;
  readonly height: number;
  readonly scale: number;
  readonly shift: number;
  readonly tint: number;
}

const hills: Hill[] = [
  { base: 395, height: 150, scale: 190, shift: 3, tint: 4 },
  { base: 470, height: 150, scale: 160, shift: 12.4, tint: 3 },
  { base: 560, height: 150, scale: 220, shift: 25.1, tint: 2 },
  { base: 680, height: 170, scale: 260, shift: 41.7, tint: 0 },
];

function plateAt(studio: Studio, x: number, y: number): Plate {
  for (let index = hills.length - 1; index >= 0; index--) {
    const ridge = ridgeOf(studio, hills[index], x);
    if (y > ridge) return hillPlate(studio, hills[index], x, y, y - ridge);
  }
  return skyPlate(studio, x, y);
}

function ridgeOf({ noise }: Studio, { base, height, scale, shift }: Hill, x: number): number {
  return base - height * (0.4 + noise.fractal(x / scale + shift, shift, 2) * 0.9);
}

/** Contour lines wrap the hill; its side away from the sun is crossed. */
function hillPlate(studio: Studio, hill: Hill, x: number, y: number, depth: number): Plate {
  const slope = (ridgeOf(studio, hill, x + 6) - ridgeOf(studio, hill, x - 6)) / 12;
  const bumps = studio.noise.fractal(x / 75 + hill.shift, y / 55, 3);
  const wooded = smoothstep(0.12, 0.3, studio.noise.fractal(x / 60 + hill.shift, y / 34, 3));
  const tone = 0.36 + slope * 0.3 - bumps * 0.35 + 0.3 * Math.exp(-depth / 9) - 0.15 * Math.exp(-((depth - 40) ** 2) / 900) + wooded * 0.22;
  const tree = wooded * 4 * Math.sin(x / 5) * Math.sin(y / 6);
  return {
    phase: depth * 0.8 + bumps * 22 + x * 0.25 + tree,
    cross: x * 0.72 - y * 0.66 + bumps * 22,
    tone,
    tint: mixRgb(tints[hill.tint], tints[2], wooded * 0.8),
  };
}

function skyPlate({ noise }: Studio, x: number, y: number): Plate {
  const away = Math.sqrt((x - sun.x) ** 2 + (y - sun.y) ** 2);
  const angle = Math.atan2(y - sun.y, x - sun.x);
  if (away < sun.radius) return { phase: away + 3, cross: 0, tone: clamp((x - sun.x + y - sun.y) / 260 + 0.08), tint: tints[0] };
  const cloud = noise.fractal(x / 165 + 2, y / 78 + 6, 4);
  if (cloud > 0.1) return cloudPlate(cloud, x, y);
  const rays = 0.5 + 0.5 * Math.cos(angle * 30);
  const tint = gradient([tints[0], tints[1], tints[4]], (away - sun.radius) / 480);
  return {
    phase: y + 3 * Math.sin(x / 80),
    cross: 0,
    tone: clamp(0.14 + (away - sun.radius) / 1700 + rays * 0.24 * Math.exp(-away / 420)),
    tint,
  };
}

function cloudPlate(cloud: number, x: number, y: number): Plate {
  const rim = smoothstep(0.135, 0.1, cloud) * 0.8;
  const belly = smoothstep(0.25, 0.75, cloud);
  return { phase: cloud * 110 + y * 0.5, cross: x * 0.6 + y * 0.8, tone: Math.max(rim, 0.1 + belly * 0.75), tint: paper };
}
