import type { FloatImage } from './resample';

/** exp(−8): what is left of a wave's share is below one grey level of 255. */
const FADED = 8;

/**
 * The picture as a tile: what its opposite edges differ by is taken away smoothly, half at each of them. A jump of
 * spatial frequency k along the edge fades as exp(−k·distance) away from it, as in the harmonic, "smooth" part of
 * Moisan's periodic plus smooth decomposition (2011); a picture that is a tile already stays nearly as it is.
 */
export function periodicPart(image: FloatImage): FloatImage {
  return transposed(withJoinedSides(transposed(withJoinedSides(image))));
}

/** The first column follows on the last one. */
function withJoinedSides(image: FloatImage): FloatImage {
  const data = image.data.slice();
  for (let channel = 0; channel < image.channels; channel++) addHarmonic({ ...image, data }, channel, jumpsOf(image, channel));
  return { ...image, data };
}

/** What the first column has more than the last, by row. */
function jumpsOf({ width, height, channels, data }: FloatImage, channel: number): Float64Array {
  return Float64Array.from({ length: height }, (_, y) => {
    const first = y * width * channels + channel;
    return data[first] - data[first + (width - 1) * channels];
  });
}

/** Adds Σ_k D_k·e^{iky}·φ_k(x) with φ_k from −½ to ½ and Δ(…) = 0, D_k being the jumps' Fourier coefficients. */
function addHarmonic({ width, height, channels, data }: FloatImage, channel: number, jumps: Float64Array): void {
  for (let wave = 0; 2 * wave <= height; wave++) {
    const line = waveOf(jumps, wave);
    const frequency = (2 * Math.PI * wave) / height;
    const reach = wave === 0 ? width : Math.ceil(FADED / frequency);
    for (let x = 0; x < width; x++) {
      if (x > reach && width - 1 - x > reach) continue;
      const share = profile(x, width, frequency);
      for (let y = 0; y < height; y++) data[(y * width + x) * channels + channel] += share * line[y];
    }
  }
}

/** sinh(k·(x − c)) / (2·sinh(k·c)) with c in the middle, written so that nothing overflows; a straight line for k = 0. */
function profile(x: number, width: number, k: number): number {
  const last = Math.max(1, width - 1);
  if (k === 0) return x / last - 0.5;
  const [toLast, toFirst] = [Math.exp(-k * (last - x)), Math.exp(-k * x)];
  return (0.5 * (toLast - toFirst)) / (1 - Math.exp(-k * last));
}

/** The part of a line that is one wave along it. */
function waveOf(values: Float64Array, wave: number): Float64Array {
  const { length } = values;
  let [cosine, sine] = [0, 0];
  for (let y = 0; y < length; y++) {
    const angle = (2 * Math.PI * ((wave * y) % length)) / length;
    cosine += values[y] * Math.cos(angle);
    sine += values[y] * Math.sin(angle);
  }
  const factor = (wave === 0 || 2 * wave === length ? 1 : 2) / length;
  return Float64Array.from({ length }, (_, y) => {
    const angle = (2 * Math.PI * ((wave * y) % length)) / length;
    return factor * (cosine * Math.cos(angle) + sine * Math.sin(angle));
  });
}

function transposed({ width, height, channels, data }: FloatImage): FloatImage {
  const result = new Float32Array(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let c = 0; c < channels; c++) result[(x * height + y) * channels + c] = data[(y * width + x) * channels + c];
  return { width: height, height: width, channels, data: result };
}
