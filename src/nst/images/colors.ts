import type { FloatImage } from './resample';

/** Rec. 601 luma: the Y of YIQ, as in "Preserving Color in Neural Artistic Style Transfer" (Gatys et al. 2016). */
const LUMA = [0.299, 0.587, 0.114] as const;

/** Grey picture of the luminance. */
export function luminanceOf(image: FloatImage): FloatImage {
  const data = new Float32Array(image.data.length);
  for (let i = 0; i < data.length; i += 3) data.fill(lumaAt(image.data, i), i, i + 3);
  return { ...image, data };
}

/** Shifts and scales the style's luminance to the content's mean and standard deviation (Gatys et al. 2016, section 3). */
export function matchLuminance(style: FloatImage, content: FloatImage): FloatImage {
  const [styleMean, styleDeviation] = meanAndDeviation(style.data);
  const [contentMean, contentDeviation] = meanAndDeviation(content.data);
  const factor = contentDeviation / Math.max(styleDeviation, 1e-6);
  return { ...style, data: style.data.map((value) => clampByte((value - styleMean) * factor + contentMean)) };
}

/** The generated luminance with the content's colours. */
export function withColorsOf(content: FloatImage, generated: FloatImage): FloatImage {
  const data = new Float32Array(generated.data.length);
  for (let i = 0; i < data.length; i += 3) {
    const change = lumaAt(generated.data, i) - lumaAt(content.data, i);
    for (let c = 0; c < 3; c++) data[i + c] = clampByte(content.data[i + c] + change);
  }
  return { ...generated, data };
}

/**
 * The style with the content's mean colour and covariance, by the linear map of the Cholesky factors:
 * L_C · L_S⁻¹ (Gatys et al. 2016, section 2).
 */
export function matchColors(style: FloatImage, content: FloatImage): FloatImage {
  const from = colorStatistics(style);
  const to = colorStatistics(content);
  const map = multiplyLower(to.factor, invertLower(from.factor));
  const data = new Float32Array(style.data.length);
  for (let i = 0; i < data.length; i += 3) {
    for (let r = 0; r < 3; r++) {
      let value = to.mean[r];
      for (let c = 0; c < 3; c++) value += map[r][c] * (style.data[i + c] - from.mean[c]);
      data[i + r] = clampByte(value);
    }
  }
  return { ...style, data };
}

type Matrix = number[][];

function colorStatistics({ data }: FloatImage): { mean: number[]; factor: Matrix } {
  const count = data.length / 3;
  const mean = [0, 0, 0];
  for (let i = 0; i < data.length; i++) mean[i % 3] += data[i] / count;
  const covariance = [0, 1, 2].map(() => [0, 0, 0]);
  for (let i = 0; i < data.length; i += 3) {
    for (let r = 0; r < 3; r++) {
      for (let c = 0; c < 3; c++) covariance[r][c] += ((data[i + r] - mean[r]) * (data[i + c] - mean[c])) / count;
    }
  }
  return { mean, factor: cholesky(covariance) };
}

/** Lower L with L·Lᵀ = covariance; a flat colour gets a small variance instead of none. */
function cholesky(covariance: Matrix): Matrix {
  const lower = [0, 1, 2].map(() => [0, 0, 0]);
  for (let r = 0; r < 3; r++) {
    for (let c = 0; c <= r; c++) {
      let rest = covariance[r][c] + (r === c ? 1 : 0);
      for (let k = 0; k < c; k++) rest -= lower[r][k] * lower[c][k];
      lower[r][c] = r === c ? Math.sqrt(Math.max(rest, 1e-6)) : rest / lower[c][c];
    }
  }
  return lower;
}

function invertLower(lower: Matrix): Matrix {
  const inverse = [0, 1, 2].map(() => [0, 0, 0]);
  for (let c = 0; c < 3; c++) {
    for (let r = c; r < 3; r++) {
      let rest = r === c ? 1 : 0;
      for (let k = c; k < r; k++) rest -= lower[r][k] * inverse[k][c];
      inverse[r][c] = rest / lower[r][r];
    }
  }
  return inverse;
}

function multiplyLower(a: Matrix, b: Matrix): Matrix {
  return a.map((row) => [0, 1, 2].map((c) => row.reduce((sum, value, k) => sum + value * b[k][c], 0)));
}

function lumaAt(data: Float32Array, i: number): number {
  return LUMA[0] * data[i] + LUMA[1] * data[i + 1] + LUMA[2] * data[i + 2];
}

function meanAndDeviation(values: Float32Array): [number, number] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return [mean, Math.sqrt(variance)];
}

function clampByte(value: number): number {
  return Math.min(255, Math.max(0, value));
}
