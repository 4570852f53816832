import type { PngChunks } from './chunks';

export type Samples = Uint8Array | Uint16Array;
/** 16 bits a channel where the samples have as many, otherwise 8. */
export type Rgba = Uint8ClampedArray | Uint16Array;
/** Writes the `pixel`-th pixel of a row's samples as RGBA at `at`. */
type ReadPixel = (samples: Samples, pixel: number, rgba: Rgba, at: number) => void;

const OPAQUE = 255;

function fullOf(depth: number): number {
  return depth === 16 ? 65535 : OPAQUE;
}

export function pixelReader(chunks: PngChunks): ReadPixel {
  switch (chunks.header.color) {
    case 'palette':
      return paletteReader(chunks);
    case 'grey':
    case 'grey-alpha':
      return greyReader(chunks);
    default:
      return rgbReader(chunks);
  }
}

/** What lies beyond the palette is opaque black, as in libpng; entries of tRNS beyond it count for nothing. */
function paletteReader({ palette, transparency }: PngChunks): ReadPixel {
  const colors = palette ?? new Uint8Array();
  const count = Math.floor(colors.length / 3);
  return (samples, pixel, rgba, at) => {
    const index = samples[pixel]!;
    if (index < count) rgba.set(colors.subarray(3 * index, 3 * index + 3), at);
    rgba[at + 3] = index < count ? (transparency?.[index] ?? OPAQUE) : OPAQUE;
  };
}

function greyReader({ header: { color, depth }, transparency }: PngChunks): ReadPixel {
  const full = fullOf(depth);
  const factor = full / (2 ** depth - 1);
  const channels = color === 'grey' ? 1 : 2;
  const [hidden] = keyOf(transparency, depth);
  return (samples, pixel, rgba, at) => {
    const grey = samples[channels * pixel]!;
    rgba.fill(grey * factor, at, at + 3);
    rgba[at + 3] = channels === 2 ? samples[2 * pixel + 1]! * factor : grey === hidden ? 0 : full;
  };
}

function rgbReader({ header: { color, depth }, transparency }: PngChunks): ReadPixel {
  const full = fullOf(depth);
  const factor = full / (2 ** depth - 1);
  const channels = color === 'rgb' ? 3 : 4;
  const hidden = keyOf(transparency, depth);
  return (samples, pixel, rgba, at) => {
    const first = channels * pixel;
    for (let c = 0; c < 3; c++) rgba[at + c] = samples[first + c]! * factor;
    const isHidden =
      hidden.length >= 3 && samples[first] === hidden[0] && samples[first + 1] === hidden[1] && samples[first + 2] === hidden[2];
    rgba[at + 3] = channels === 4 ? samples[first + 3]! * factor : isHidden ? 0 : full;
  };
}

/** The samples of the one transparent colour: 16 bits each, of which as many count as a sample has. */
function keyOf(transparency: Uint8Array | null, depth: number): number[] {
  if (!transparency) return [];
  const mask = 2 ** depth - 1;
  return Array.from({ length: Math.floor(transparency.length / 2) }, (_, i) => {
    return ((transparency[2 * i]! << 8) | transparency[2 * i + 1]!) & mask;
  });
}
