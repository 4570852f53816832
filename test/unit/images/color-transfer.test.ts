import { transferColors, type WeightedPixels } from '../../../src/nst/images/color-transfer';
import { seededRandom } from '../../../src/nst/images/random';
import type { FloatImage } from '../../../src/nst/images/resample';

const SIDE = 64;
/** Of the deciles of a channel, in grey levels: 8,192 samples stand for each distribution, and eight rotations leave a little. */
const TOLERANCE = 4;

function picture(colorAt: (random: () => number, x: number) => readonly number[], seed = 1): FloatImage {
  const random = seededRandom(seed);
  const data = new Float32Array(3 * SIDE * SIDE);
  for (let i = 0; i < SIDE * SIDE; i++) data.set(colorAt(random, i % SIDE), 3 * i);
  return { width: SIDE, height: SIDE, channels: 3, data };
}

const everywhere = (image: FloatImage): WeightedPixels => ({ image, weights: null });
const greyish = picture((random) => [100, 110, 105].map((value) => value + 30 * random()));
/** Two clusters, so that no linear map of the greyish one gives it. */
const blueAndYellow = picture(
  (random) => (random() < 0.7 ? [20 + 20 * random(), 50 + 30 * random(), 150 + 60 * random()] : [220, 200 + 20 * random(), 60]),
  2,
);

function deciles({ data }: FloatImage, channel: number, keeps: (pixel: number) => boolean = () => true): number[] {
  const values = data.filter((_, i) => i % 3 === channel && keeps(Math.floor(i / 3))).sort();
  return [1, 2, 3, 4, 5, 6, 7, 8, 9].map((tenth) => values[Math.floor((tenth / 10) * values.length)]);
}

function farthestDecile(a: FloatImage, b: FloatImage, keeps?: (pixel: number) => boolean): number {
  const distances = [0, 1, 2].flatMap((channel) => {
    const wanted = deciles(b, channel);
    return deciles(a, channel, keeps).map((value, i) => Math.abs(value - wanted[i]));
  });
  return Math.max(...distances);
}

describe('the transfer of colours', () => {
  it('gives the source the distribution of the target, clusters included', () => {
    expect(farthestDecile(greyish, blueAndYellow)).toBeGreaterThan(50);
    const moved = transferColors(everywhere(greyish), [{ ...everywhere(blueAndYellow), share: 1 }], 1);
    expect(farthestDecile(moved, blueAndYellow)).toBeLessThan(TOLERANCE);
  });

  it('spreads a flat source over the whole distribution', () => {
    const flat = picture(() => [0, 0, 0]);
    const moved = transferColors(everywhere(flat), [{ ...everywhere(blueAndYellow), share: 1 }], 1);
    expect(farthestDecile(moved, blueAndYellow)).toBeLessThan(2 * TOLERANCE);
  });

  it('stays in 0…255', () => {
    const extreme = picture((random) => (random() < 0.5 ? [0, 0, 0] : [255, 255, 255]), 3);
    const { data } = transferColors(everywhere(blueAndYellow), [{ ...everywhere(extreme), share: 1 }], 1);
    expect(data.every((value) => value >= 0 && value <= 255)).toBe(true);
  });

  it('counts pixels by their weights, on both sides', () => {
    const left = (pixel: number): boolean => pixel % SIDE < SIDE / 2;
    const halves = picture((random, x) => (x < SIDE / 2 ? [100, 110, 105] : [255, 0, 0]).map((value) => value + random()), 4);
    const onlyLeft = Float32Array.from({ length: SIDE * SIDE }, (_, i) => (left(i) ? 1 : 0));
    const target = picture((random, x) => (x < SIDE / 2 ? [30 + 90 * random(), 60, 200] : [0, 255, 0]), 5);
    const visible = picture((random) => [30 + 90 * random(), 60, 200], 6);
    const moved = transferColors({ image: halves, weights: onlyLeft }, [{ image: target, weights: onlyLeft, share: 1 }], 1);
    expect(farthestDecile(moved, visible, left)).toBeLessThan(TOLERANCE);
  });

  it('mixes several targets by their shares', () => {
    const [dark, light] = [picture(() => [40, 40, 40]), picture(() => [200, 200, 200])];
    const { data } = transferColors(
      everywhere(greyish),
      [
        { ...everywhere(dark), share: 3 },
        { ...everywhere(light), share: 1 },
      ],
      1,
    );
    const darkShare = data.filter((value, i) => i % 3 === 1 && value < 120).length / (SIDE * SIDE);
    expect(darkShare).toBeGreaterThan(0.73);
    expect(darkShare).toBeLessThan(0.77);
  });

  it('is the same for the same seed, and leaves the source as it is', () => {
    const before = greyish.data.slice();
    const run = (seed: number): Float32Array =>
      transferColors(everywhere(greyish), [{ ...everywhere(blueAndYellow), share: 1 }], seed).data;
    expect(run(7)).toEqual(run(7));
    expect(run(8)).not.toEqual(run(7));
    expect(greyish.data).toEqual(before);
  });
});
