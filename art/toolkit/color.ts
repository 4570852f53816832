import { clamp, mix } from './noise';
import type { Random } from './random';

/** sRGB, each channel 0..1. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Reads '#rrggbb'. */
export function hex(code: string): Rgb {
  const value = Number.parseInt(code.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

export function palette(...codes: string[]): Rgb[] {
  return codes.map(hex);
}

export function mixRgb(from: Rgb, to: Rgb, amount: number): Rgb {
  return [mix(from[0], to[0], amount), mix(from[1], to[1], amount), mix(from[2], to[2], amount)];
}

export function scaleRgb(color: Rgb, factor: number): Rgb {
  return [color[0] * factor, color[1] * factor, color[2] * factor];
}

/** The colour at `position` (0..1) along evenly spaced stops. */
export function gradient(stops: readonly Rgb[], position: number): Rgb {
  const place = clamp(position) * (stops.length - 1);
  const index = Math.min(stops.length - 2, Math.floor(place));
  return mixRgb(stops[index], stops[index + 1], place - index);
}

function luminance(color: Rgb): number {
  return 0.2126 * color[0] + 0.7152 * color[1] + 0.0722 * color[2];
}

/** Away from (factor > 1) or toward (factor < 1) the grey of the same luminance. */
export function saturate(color: Rgb, factor: number): Rgb {
  const grey = luminance(color);
  return mixRgb([grey, grey, grey], color, factor);
}

/** A neighbour of the colour: lightness and hue wander by about `amount`. */
export function jitter(color: Rgb, amount: number, random: Random): Rgb {
  const light = random.range(-amount, amount);
  const warm = random.range(-amount, amount) * 0.6;
  const green = random.range(-amount, amount) * 0.4;
  return [clamp(color[0] + light + warm), clamp(color[1] + light + green), clamp(color[2] + light - warm)];
}
