import type { Coverage } from '../position-weights';
import { withColorsOf } from './colors';
import type { DeepImage, RgbaImage } from './image';
import { resample, resampleRgba, type FloatImage } from './resample';
import { deepened, opaqueRgba } from './rgb';

/** What a generated picture becomes part of. */
export interface Surroundings {
  source: RgbaImage;
  /** Alpha times mask; null where all counts. */
  coverage: Coverage | null;
  /** The source with hidden pixels continued from visible ones. */
  visible: FloatImage;
  keepsColors: boolean;
}

/** At G's size: colours in 0…255, alpha in 0…1 (null: opaque), and the bytes that stay where alpha is 0. */
interface Parts {
  colors: FloatImage;
  alpha: Float32Array | null;
  hidden: RgbaImage;
}

/** Hidden pixels keep the source's own values; visible ones get G's colour and the source's alpha times the mask. */
export function composeLayer(surroundings: Surroundings, generated: FloatImage): RgbaImage {
  const { colors, alpha, hidden } = partsOf(surroundings, generated);
  const shown = opaqueRgba(colors);
  for (let i = 0; alpha && i < alpha.length; i++) {
    if (alpha[i] <= 0) shown.data.set(hidden.data.subarray(4 * i, 4 * i + 3), 4 * i);
    shown.data[4 * i + 3] = 255 * alpha[i];
  }
  return shown;
}

/** The same in 16 bits: G is no coarser than its floats. */
export function composeDeepLayer(surroundings: Surroundings, generated: FloatImage): DeepImage {
  const { colors, alpha, hidden } = partsOf(surroundings, generated);
  const { width, height } = generated;
  const data = new Uint16Array(4 * width * height);
  for (let i = 0; i < width * height; i++) {
    const opacity = alpha ? alpha[i] : 1;
    for (let c = 0; c < 3; c++) data[4 * i + c] = opacity <= 0 ? deepAt(hidden, 4 * i + c) : deepened(colors.data[3 * i + c]);
    data[4 * i + 3] = Math.round(65535 * opacity);
  }
  return { width, height, data };
}

function deepAt({ data, deep }: RgbaImage, i: number): number {
  return deep ? deep[i] : deepened(data[i]);
}

function partsOf({ source, coverage, visible, keepsColors }: Surroundings, generated: FloatImage): Parts {
  const { width, height } = generated;
  const sameSize = width === source.width && height === source.height;
  const from = sameSize ? visible : resample(visible, width, height);
  const weights = coverage && { ...coverage, channels: 1, data: coverage.weights };
  return {
    colors: keepsColors ? withColorsOf(from, generated) : generated,
    alpha: weights && (sameSize ? weights.data : resample(weights, width, height).data),
    hidden: sameSize ? source : resampleRgba(source, width, height),
  };
}
