import { colorSpreadOf } from '../../../src/nst/images/color-spread';
import type { PreparedStyle } from '../../../src/nst/images/prepare-images';
import { seededRandom } from '../../../src/nst/images/random';
import type { FloatImage } from '../../../src/nst/images/resample';
import { inStyleColors } from '../../../src/nst/images/style-colors';
import type { Coverage } from '../../../src/nst/position-weights';

const WIDTH = 40;
const HEIGHT = 30;
const PIXELS = WIDTH * HEIGHT;

function picture(colorAt: (random: () => number) => readonly number[], seed = 1): FloatImage {
  const random = seededRandom(seed);
  const data = new Float32Array(3 * PIXELS);
  for (let i = 0; i < PIXELS; i++) data.set(colorAt(random), 3 * i);
  return { width: WIDTH, height: HEIGHT, channels: 3, data };
}

function coverage(weightAt: (x: number) => number): Coverage {
  return { width: WIDTH, height: HEIGHT, weights: Float32Array.from({ length: PIXELS }, (_, i) => weightAt(i % WIDTH)) };
}

function style(image: FloatImage, change: Partial<PreparedStyle> = {}): PreparedStyle {
  return { image, coverage: null, region: null, weight: 1, isDeep: false, ...change };
}

function meanColor({ data }: FloatImage, counts: (x: number) => boolean): number[] {
  const columns = Array.from({ length: PIXELS }, (_, i) => i).filter((i) => counts(i % WIDTH));
  return [0, 1, 2].map((c) => columns.reduce((sum, i) => sum + data[3 * i + c], 0) / columns.length);
}

const content = picture((random) => [90 + 60 * random(), 100 + 40 * random(), 110 + 30 * random()]);
const red = picture((random) => [180 + 20 * random(), 20, 20], 2);
const blue = picture((random) => [20, 20, 180 + 20 * random()], 3);

describe('a picture in the colours of its styles', () => {
  it('has those of one style everywhere', () => {
    const [r, g, b] = meanColor(inStyleColors({ coverage: null, styles: [style(red)] }, content, 1), () => true);
    expect(Math.abs(r - 190) + Math.abs(g - 20) + Math.abs(b - 20)).toBeLessThan(3);
  });

  it('has those of each region, mixed at soft edges', () => {
    const styles = [
      style(red, { region: coverage((x) => (x < 10 ? 1 : x < 20 ? 0.5 : 0)) }),
      style(blue, { region: coverage((x) => (x < 10 ? 0 : x < 20 ? 0.5 : 1)) }),
    ];
    const mixed = inStyleColors({ coverage: null, styles }, content, 1);
    expect(meanColor(mixed, (x) => x < 10)[0]).toBeGreaterThan(170);
    expect(meanColor(mixed, (x) => x >= 20)[2]).toBeGreaterThan(170);
    const [r, , b] = meanColor(mixed, (x) => x >= 10 && x < 20);
    expect(Math.abs(r - b)).toBeLessThan(20);
  });

  it('is left alone where no style applies', () => {
    const mixed = inStyleColors({ coverage: null, styles: [style(red, { region: coverage((x) => (x < 10 ? 1 : 0)) })] }, content, 1);
    for (let i = 0; i < PIXELS; i++)
      if (i % WIDTH >= 10) expect(mixed.data.subarray(3 * i, 3 * i + 3)).toEqual(content.data.subarray(3 * i, 3 * i + 3));
  });

  it('is left alone by a style whose region is hidden', () => {
    const styles = [style(red, { region: coverage((x) => (x < 10 ? 1 : 0)) })];
    expect(inStyleColors({ coverage: coverage((x) => (x < 10 ? 0 : 1)), styles }, content, 1).data).toEqual(content.data);
  });
});

describe('how far colours of the styles spread', () => {
  /** Newton and Schulz in float32. */
  const DIGITS = 3;

  it('is the square root of their covariance, up to a factor', () => {
    const spread = colorSpreadOf([style(content)]);
    const mean = meanColor(content, () => true);
    const covariance = [0, 1, 2].map((r) =>
      [0, 1, 2].map(
        (c) =>
          content.data.reduce((sum, _, i) => (i % 3 ? sum : sum + (content.data[i + r] - mean[r]) * (content.data[i + c] - mean[c])), 0) /
          PIXELS,
      ),
    );
    const trace = covariance[0][0] + covariance[1][1] + covariance[2][2];
    const squared = [0, 1, 2].map((r) =>
      [0, 1, 2].map((c) => [0, 1, 2].reduce((sum, k) => sum + spread[3 * r + k] * spread[3 * k + c], 0)),
    );
    const factor = (squared[0][0] + squared[1][1] + squared[2][2]) / (trace * 1.02);
    for (const r of [0, 1, 2])
      for (const c of [0, 1, 2])
        expect(squared[r][c] / factor / trace).toBeCloseTo((covariance[r][c] + (r === c ? (0.02 * trace) / 3 : 0)) / trace, DIGITS);
  });

  it('keeps a trace of 3, also for a style of one colour', () => {
    const [single, , , , middle, , , , last] = colorSpreadOf([style(picture(() => [10, 200, 30]))]);
    expect([single, middle, last].map((value) => Math.round(value * 1000))).toEqual([1000, 1000, 1000]);
  });

  it('is small across the greys of a grey style', () => {
    const spread = colorSpreadOf([style(picture((random) => Array<number>(3).fill(255 * random())))]);
    const along = spread.reduce((sum, value) => sum + value, 0) / 3;
    const across = (spread[0] - 2 * spread[1] + spread[4]) / 2;
    expect(along / across).toBeGreaterThan(10);
  });

  it('counts visible pixels alone, and each style by its weight', () => {
    const left = (x: number): number => (x < 20 ? 1 : 0);
    const patched = { ...blue, data: blue.data.map((value, i) => (left(Math.floor(i / 3) % WIDTH) ? value : 255)) };
    const whiteAndBlack = picture((random) => Array<number>(3).fill(random() < 0.5 ? 0 : 255));
    const [visible, all] = [colorSpreadOf([style(patched, { coverage: coverage(left) })]), colorSpreadOf([style(patched)])];
    expect(visible[8]).toBeGreaterThan(2);
    expect(all[8]).toBeLessThan(1.5);
    const [mostlyBlue, mostlyGrey] = [0.1, 10].map((weight) => colorSpreadOf([style(blue), style(whiteAndBlack, { weight })]));
    expect(mostlyBlue[8] / mostlyBlue[0]).toBeGreaterThan(mostlyGrey[8] / mostlyGrey[0]);
  });
});
