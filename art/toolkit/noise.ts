import { createRandom } from './random';

const tableSize = 256;

/** Seeded two-dimensional gradient noise (Perlin, "Improving Noise", 2002). */
export class Noise {
  private readonly table: Uint8Array;

  constructor(seed: number) {
    const order = createRandom(seed).shuffle(Array.from({ length: tableSize }, (_, index) => index));
    this.table = Uint8Array.from([...order, ...order]);
  }

  /** Gradient noise, about -1..1, feature size one unit. */
  at(x: number, y: number): number {
    const left = Math.floor(x);
    const top = Math.floor(y);
    const fx = x - left;
    const fy = y - top;
    const u = fade(fx);
    const v = fade(fy);
    const upper = mix(this.corner(left, top, fx, fy), this.corner(left + 1, top, fx - 1, fy), u);
    const lower = mix(this.corner(left, top + 1, fx, fy - 1), this.corner(left + 1, top + 1, fx - 1, fy - 1), u);
    return mix(upper, lower, v);
  }

  /** Octaves of noise at doubling frequency and halving amplitude, about -1..1. */
  fractal(x: number, y: number, octaves: number): number {
    let sum = 0;
    let amplitude = 0.5;
    let frequency = 1;
    for (let octave = 0; octave < octaves; octave++) {
      sum += amplitude * this.at(x * frequency + octave * 17.3, y * frequency - octave * 9.1);
      amplitude *= 0.5;
      frequency *= 2;
    }
    return sum * 1.6;
  }

  /** Sharp crests where the fractal noise crosses zero, 0..1. */
  ridged(x: number, y: number, octaves: number): number {
    return 1 - Math.min(1, Math.abs(this.fractal(x, y, octaves)) * 2);
  }

  /** White noise per integer cell, 0..1. */
  cell(x: number, y: number): number {
    const inner = this.table[(Math.floor(y) & 255) + this.table[Math.floor(x) & 255]];
    return this.table[inner + (Math.floor(x * 7 + y * 13) & 255)] / 255;
  }

  private corner(column: number, row: number, dx: number, dy: number): number {
    const hash = this.table[this.table[column & 255] + (row & 255)] & 7;
    const first = hash < 4 ? dx : dy;
    const second = hash < 4 ? dy : dx;
    return (hash & 1 ? -first : first) + (hash & 2 ? -0.5 : 0.5) * second * 1.4;
  }
}

export function mix(from: number, to: number, amount: number): number {
  return from + (to - from) * amount;
}

export function clamp(value: number, low = 0, high = 1): number {
  return value < low ? low : value > high ? high : value;
}

/** 0 below `low`, 1 above `high`, smooth between them. */
export function smoothstep(low: number, high: number, value: number): number {
  const t = clamp((value - low) / (high - low));
  return t * t * (3 - 2 * t);
}

function fade(t: number): number {
  return t * t * t * (t * (t * 6 - 15) + 10);
}
