import { gradient, mixRgb, palette, scaleRgb, type Rgb } from '../../toolkit/color';
import type { Studio } from '../../toolkit/design';
import { distance, point, type Point } from '../../toolkit/geometry';
import { clamp, smoothstep } from '../../toolkit/noise';

const azurite = palette('#16305f', '#234a86', '#3a6aa3', '#7d9fbb');
const marble = palette('#a88a78', '#d3b9a0', '#ecdcc4', '#f6ecd8');
const rosso = palette('#7a3328', '#a9503c', '#c98266');
const ochre = palette('#8f6a33', '#c2964a', '#e0c07c');
const gold = palette('#8a6428', '#c4963f', '#e8c873', '#f6e3a8');
const wingTones = palette('#7a3b4f', '#c47a6a', '#e3b789', '#8fa58c', '#4f7486', '#e9d6ae');

export const haloRadius = 166;
const [arch, springing] = [168, 236];
const axes = [196, 572];
export const columns = [384, 6, 762];

/** What is behind the figures: two arches of marble on a column, and a night of azurite with gold stars. */
export function settingAt(studio: Studio, x: number, y: number, shift: number): Rgb {
  const drift = studio.noise.fractal(x / 85, y / 85, 3);
  const column = columns.find((middle) => Math.abs(x - middle) < 17);
  if (column !== undefined && y > springing) return columnColor(x - column, y, drift + shift);
  const [left, right] = axes.map((axis) => distance(point(axis, springing), point(x, y)));
  const away = Math.min(left, right);
  if (y > springing || away < arch) return nightAt(studio, x, y, drift, shift);
  if (away < arch + 12) return gradient(marble, 0.75 + drift * 0.5 + shift);
  if (away < arch + 34) return mosaicBand(x, y, away, drift + shift);
  if (away < arch + 40) return gradient(marble, 0.4 + drift * 0.5 + shift);
  return spandrel(x, y, drift + shift);
}

function columnColor(across: number, y: number, drift: number): Rgb {
  const round = clamp(0.75 - across / 30 + drift * 0.3);
  if (y < springing + 34) return gradient(ochre, clamp(round + 0.12 * Math.cos(y / 3.4) + 0.1 * Math.cos(across)));
  const vein = smoothstep(0.16, 0.02, Math.abs(Math.sin(across / 9 + y / 23) * 0.5 + drift));
  return mixRgb(gradient(marble, round), rosso[1], vein * 0.28);
}

function nightAt({ noise }: Studio, x: number, y: number, drift: number, shift: number): Rgb {
  const worn = smoothstep(0.15, 0.6, noise.fractal(x / 60 + 9, y / 60, 4)) * 0.35;
  const ground = gradient(azurite, clamp(0.34 + drift * 0.5 + shift + worn + (y / 768) * 0.15));
  const [column, row] = [Math.floor(x / 58 + (Math.floor(y / 52) % 2) * 0.5), Math.floor(y / 52)];
  const star = point((column + 0.5 - (row % 2) * 0.5) * 58, (row + 0.5) * 52);
  return mixRgb(ground, gold[2], starAt(x - star.x, y - star.y));
}

/** A star of eight points: 1 within, 0 beside it. */
function starAt(u: number, v: number): number {
  const away = Math.sqrt(u * u + v * v);
  const angle = Math.atan2(v, u);
  const reach = 2.5 + 7.5 * Math.abs(Math.cos(angle * 4)) ** 5 * (0.7 + 0.3 * Math.abs(Math.cos(angle * 2)));
  return smoothstep(reach + 0.8, reach - 0.8, away) * 0.9;
}

/** Small stones set in a pattern of triangles. */
function mosaicBand(x: number, y: number, away: number, drift: number): Rgb {
  const axis = Math.abs(x - axes[0]) < Math.abs(x - axes[1]) ? axes[0] : axes[1];
  const turn = Math.atan2(y - springing, x - axis) * 9;
  const across = (away - arch - 12) / 22;
  const tooth = Math.abs(turn - Math.floor(turn) - 0.5) * 2;
  const stone = tooth > across ? gradient(rosso, 0.5 + drift) : gradient(marble, 0.8 + drift);
  return Math.abs(tooth - across) < 0.08 ? scaleRgb(stone, 0.72) : stone;
}

/** Ochre plaster between the arches, with a roundel of porphyry. */
function spandrel(x: number, y: number, drift: number): Rgb {
  const away = Math.min(...columns.map((middle) => distance(point(middle, 44), point(x, y))));
  if (away < 24) return gradient(rosso, 0.35 + drift);
  if (away < 31) return gradient(marble, 0.7 + drift);
  return gradient(ochre, clamp(0.5 + drift * 0.8));
}

/** Flat gold, with rays, a ring of punched dots and a rim pressed into the wet plaster. */
export function haloColor({ noise }: Studio, halo: Point, x: number, y: number): Rgb | null {
  const away = distance(halo, { x, y });
  if (away > haloRadius) return null;
  const angle = Math.atan2(y - halo.y, x - halo.x);
  const drift = noise.fractal(x / 85, y / 85, 3) * 0.5;
  if (away > haloRadius - 3) return gradient(gold, 0.05);
  if (away > haloRadius - 18) {
    const dot = Math.sqrt((((((angle * 36) / Math.PI) % 1) + 1) % 1) * 2 - 1) ** 2;
    const punched = smoothstep(1, 0.2, Math.abs(away - haloRadius + 10.5) / 4.5 + Math.abs(dot) * 0.5);
    return gradient(gold, 0.8 - 0.5 * (Number.isNaN(punched) ? 0 : punched) + drift);
  }
  if (away > haloRadius - 21) return gradient(gold, 0.2);
  return gradient(gold, clamp(0.55 + 0.17 * Math.cos(angle * 52) + drift));
}

const wingRoot = point(140, 410);

/** Feathers in rows behind the angel's shoulder, null beside the wing. */
export function wingColor({ noise }: Studio, x: number, y: number, shift: number): Rgb | null {
  const [u, v] = [wingRoot.x - x, y - wingRoot.y];
  const along = (u * 0.55 + v * 0.835) / 330;
  const across = (u * 0.835 - v * 0.55) / 150;
  const half = 0.9 * Math.sqrt(clamp(along + 0.3)) * (1 - 0.35 * clamp(along));
  if (along > 1.2 || Math.abs(across - 0.28) > half) return null;
  const place = along * 6 + 2;
  const laneOf = (row: number): number => across * 5.2 + (row % 2) * 0.5;
  const aside = (row: number): number => laneOf(row) - Math.floor(laneOf(row)) - 0.5;
  const first = Math.floor(place);
  const isPast = place - first > 1 - 2.6 * aside(first) ** 2;
  const row = isPast ? first + 1 : first;
  const [tip, side] = [place - row, aside(row)];
  const edge = smoothstep(0.06, 0.0, Math.abs(tip - 0.94 + side * side * 2.6));
  const quill = smoothstep(0.06, 0.01, Math.abs(side));
  const tone = wingTones[row % wingTones.length];
  const lit = 0.9 + 0.25 * (0.5 - tip) + side * 0.25 + shift + noise.fractal(x / 30, y / 30, 2) * 0.2;
  return mixRgb(scaleRgb(tone, lit), [0.3, 0.16, 0.14], clamp(edge * 0.7 + quill * 0.35));
}
