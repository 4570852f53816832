import { guidedFilter } from '../../../src/nst/masks/guided-filter';

const [WIDTH, HEIGHT, EDGE] = [40, 12, 20];

function rows(valueAt: (x: number) => number) {
  const data = Float32Array.from({ length: WIDTH * HEIGHT }, (_, i) => valueAt(i % WIDTH));
  return { width: WIDTH, height: HEIGHT, channels: 1, data };
}

const blurred = rows((x) => Math.min(1, Math.max(0, (x - EDGE + 5) / 10)));

it('gives a blurred mask the sharp edge of the picture', () => {
  const sharp = guidedFilter(
    blurred,
    rows((x) => (x < EDGE ? 0.2 : 0.8)),
    8,
    1e-4,
  );
  expect(sharp.data[5 * WIDTH + EDGE - 1]).toBeLessThan(0.3);
  expect(sharp.data[5 * WIDTH + EDGE]).toBeGreaterThan(0.7);
  expect(blurred.data[5 * WIDTH + EDGE] - blurred.data[5 * WIDTH + EDGE - 1]).toBeCloseTo(0.1, 5);
});

it('invents no edge where the picture has none', () => {
  const even = guidedFilter(
    blurred,
    rows(() => 0.5),
    3,
    1e-3,
  );
  const steps = Array.from({ length: WIDTH - 1 }, (_, x) => even.data[x + 1] - even.data[x]);
  expect(Math.max(...steps)).toBeLessThan(0.15);
});

it('leaves an even mask as it is, up to the border', () => {
  const kept = guidedFilter(
    rows(() => 1),
    rows((x) => (x % 7) / 7),
    4,
    1e-3,
  );
  expect(Math.min(...kept.data)).toBeGreaterThan(0.999);
});
