import type { RgbaImage } from './image';

/** Interleaved float channels, [height · width · channels]. */
export interface FloatImage {
  width: number;
  height: number;
  channels: number;
  data: Float32Array;
}

const LANCZOS_LOBES = 3;
/** Full values of a channel of 8 bits, and of 16. */
const BYTE = 255;
const WORD = 65535;

/**
 * Lanczos-3 resampling, widened for reduction so that nothing aliases; edges are renormalised.
 * The filter of Pillow's LANCZOS and of most image editors. An image that `wraps` goes on with its opposite edge instead.
 */
export function resample(image: FloatImage, width: number, height: number, wraps = false): FloatImage {
  if (image.width === width && image.height === height) return { ...image, data: image.data.slice() };
  const tall = transpose(resampleRows(transpose(image), height, wraps));
  return resampleRows(tall, width, wraps);
}

/** RGBA resampling, of 8 bits or of 16, with colour weighted by alpha, so that hidden colours don't bleed into visible ones. */
export function resampleRgba(image: RgbaImage, width: number, height: number, wraps = false): RgbaImage {
  if (image.width === width && image.height === height) return image;
  const premultiplied = premultipliedOf(image, image.data, BYTE);
  const data = withStraightAlpha(resample(premultiplied, width, height, wraps), BYTE, new Uint8ClampedArray(width * height * 4));
  if (!image.deep) return { width, height, data };
  const deep = resample(premultipliedOf(image, image.deep, WORD), width, height, wraps);
  const rounded = { ...deep, data: deep.data.map((value) => Math.min(WORD, Math.max(0, value))) };
  return { width, height, data, deep: withStraightAlpha(rounded, WORD, new Uint16Array(width * height * 4)) };
}

function premultipliedOf({ width, height }: RgbaImage, values: Uint8ClampedArray | Uint16Array, full: number): FloatImage {
  const data = new Float32Array(values.length);
  for (let i = 0; i < data.length; i += 4) {
    const alpha = values[i + 3] / full;
    for (let c = 0; c < 3; c++) data[i + c] = values[i + c] * alpha;
    data[i + 3] = values[i + 3];
  }
  return { width, height, channels: 4, data };
}

function withStraightAlpha<Values extends Uint8ClampedArray | Uint16Array>({ data }: FloatImage, full: number, into: Values): Values {
  // Clamped arrays round by themselves, others cut off.
  const stored = (value: number): number => (full === BYTE ? value : Math.min(full, Math.round(value)));
  for (let i = 0; i < data.length; i += 4) {
    const alpha = data[i + 3] / full;
    for (let c = 0; c < 3; c++) into[i + c] = alpha > 0 ? stored(data[i + c] / alpha) : 0;
    into[i + 3] = stored(data[i + 3]);
  }
  return into;
}

/** The size whose longest side is `longest`, with the same proportions; at least 1 pixel. */
export function sizeWithin(width: number, height: number, longest: number): { width: number; height: number } {
  const factor = longest / Math.max(width, height);
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}

interface Taps {
  /** Below 0, or beyond the end with its weights, where the image wraps. */
  first: number;
  weights: Float32Array;
}

/** Resamples along x to `width`. */
function resampleRows({ width: sourceWidth, height, channels, data }: FloatImage, width: number, wraps: boolean): FloatImage {
  const taps = lanczosTaps(sourceWidth, width, wraps);
  const result = new Float32Array(width * height * channels);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const { first, weights } = taps[x];
      const target = (y * width + x) * channels;
      for (let k = 0; k < weights.length; k++) {
        const source = (y * sourceWidth + indexIn(first + k, sourceWidth)) * channels;
        for (let c = 0; c < channels; c++) result[target + c] += weights[k] * data[source + c];
      }
    }
  }
  return { width, height, channels, data: result };
}

/** On a circle; the index itself where it lies inside. */
function indexIn(index: number, length: number): number {
  return index >= 0 && index < length ? index : ((index % length) + length) % length;
}

function lanczosTaps(sourceLength: number, length: number, wraps: boolean): Taps[] {
  const ratio = sourceLength / length;
  const filterScale = Math.max(1, ratio);
  const support = LANCZOS_LOBES * filterScale;
  return Array.from({ length }, (_, i) => {
    const center = (i + 0.5) * ratio;
    const first = Math.max(wraps ? -Infinity : 0, Math.round(center - support));
    const end = Math.min(wraps ? Infinity : sourceLength, Math.round(center + support));
    const weights = Float32Array.from({ length: Math.max(1, end - first) }, (_, k) => lanczos((first + k + 0.5 - center) / filterScale));
    const sum = weights.reduce((a, b) => a + b, 0);
    return { first: Math.min(first, sourceLength - 1), weights: weights.map((weight) => weight / sum) };
  });
}

function lanczos(x: number): number {
  if (x === 0) return 1;
  if (Math.abs(x) >= LANCZOS_LOBES) return 0;
  const t = Math.PI * x;
  return (LANCZOS_LOBES * Math.sin(t) * Math.sin(t / LANCZOS_LOBES)) / (t * t);
}

function transpose({ width, height, channels, data }: FloatImage): FloatImage {
  const result = new Float32Array(data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let c = 0; c < channels; c++) result[(x * height + y) * channels + c] = data[(y * width + x) * channels + c];
    }
  }
  return { width: height, height: width, channels, data: result };
}
