import type { RgbaImage } from '../../nst/images/image';
import { withBytes } from '../deep';
import type { TiffKind } from './kind';

/** Interleaved, as many a pixel as the kind has. */
export type Samples = Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array;
type Rgb = [number, number, number];

const WORD = 65535;

/** Samples as straight-alpha RGBA: in 16 bits, and rounded to 8 as well, where they have more than 8. */
export function rgbaOf(samples: Samples, width: number, height: number, kind: TiffKind, colors: ArrayLike<number> | null): RgbaImage {
  const isDeep = kind.bits > 8;
  const full = isDeep ? WORD : 255;
  const rgba = isDeep ? new Uint16Array(4 * width * height) : new Uint8ClampedArray(4 * width * height);
  const count = kind.samples.length;
  const valueAt = valuesOf(samples, kind, full);
  const colorAt = colorsOf(samples, kind, colors, full, valueAt);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const alpha = kind.alpha === 'none' ? full : valueAt(count * pixel + count - 1);
    const color = colorAt(count * pixel);
    for (let c = 0; c < 3; c++)
      rgba[4 * pixel + c] = Math.round(kind.alpha === 'premultiplied' ? unmultiplied(color[c]!, alpha, full) : color[c]!);
    rgba[4 * pixel + 3] = Math.round(alpha);
  }
  return rgba instanceof Uint16Array ? withBytes({ width, height, data: rgba }) : { width, height, data: rgba };
}

/** In 0…full. Floats are taken as 0…1, as programs write them that don't mean more light than white. */
function valuesOf(samples: Samples, { isFloat, bits }: TiffKind, full: number): (i: number) => number {
  if (isFloat) return (i) => full * Math.min(1, Math.max(0, samples[i] || 0));
  const factor = full / (2 ** bits - 1);
  return (i) => samples[i]! * factor;
}

function colorsOf(
  samples: Samples,
  { space, isInverted }: TiffKind,
  colors: ArrayLike<number> | null,
  full: number,
  valueAt: (i: number) => number,
): (at: number) => Rgb {
  switch (space) {
    case 'grey':
      return (at) => {
        const grey = isInverted ? full - valueAt(at) : valueAt(at);
        return [grey, grey, grey];
      };
    case 'palette': {
      const entries = Math.floor((colors?.length ?? 0) / 3);
      return (at) => [0, 1, 2].map((c) => ((colors?.[c * entries + samples[at]!] ?? 0) * full) / WORD) as Rgb;
    }
    case 'cmyk':
      return (at) => {
        const light = 1 - valueAt(at + 3) / full;
        return [0, 1, 2].map((ink) => (full - valueAt(at + ink)) * light) as Rgb;
      };
    case 'ycbcr':
      return (at) => rgbOfYcbcr(valueAt(at), valueAt(at + 1) - 128, valueAt(at + 2) - 128);
    default:
      return (at) => [valueAt(at), valueAt(at + 1), valueAt(at + 2)];
  }
}

/** ITU-R BT.601, as in JFIF. */
function rgbOfYcbcr(y: number, cb: number, cr: number): Rgb {
  return [y + 1.402 * cr, y - 0.344136 * cb - 0.714136 * cr, y + 1.772 * cb].map((value) => Math.min(255, Math.max(0, value))) as Rgb;
}

function unmultiplied(value: number, alpha: number, full: number): number {
  return alpha > 0 ? Math.min(full, (value * full) / alpha) : 0;
}
