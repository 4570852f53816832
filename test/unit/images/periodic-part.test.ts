import { periodicPart } from '../../../src/nst/images/periodic-part';
import type { FloatImage } from '../../../src/nst/images/resample';

function pictureOf(width: number, height: number, valueAt: (x: number, y: number, c: number) => number): FloatImage {
  const data = Float32Array.from({ length: width * height * 3 }, (_, i) => {
    const pixel = Math.floor(i / 3);
    return valueAt(pixel % width, Math.floor(pixel / width), i % 3);
  });
  return { width, height, channels: 3, data };
}

/** Root mean square differences of neighbours within, and across both seams. */
function differences({ width, height, data }: FloatImage): { within: number; seam: number } {
  const at = (x: number, y: number, c: number): number => data[((y % height) * width + (x % width)) * 3 + c];
  const sums = { within: [0, 0], seam: [0, 0] };
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let c = 0; c < 3; c++)
        for (const [dx, dy] of [
          [1, 0],
          [0, 1],
        ]) {
          const sum = x + dx === width || y + dy === height ? sums.seam : sums.within;
          sum[0] += (at(x + dx, y + dy, c) - at(x, y, c)) ** 2;
          sum[1]++;
        }
  return { within: Math.sqrt(sums.within[0] / sums.within[1]), seam: Math.sqrt(sums.seam[0] / sums.seam[1]) };
}

it('joins the edges of a picture that is no tile', () => {
  const ramp = pictureOf(48, 32, (x, y, c) => 3 * x + 2 * y * (c + 1) + 20 * Math.sin(0.7 * y) * (x / 48));
  expect(differences(ramp).seam).toBeGreaterThan(10 * differences(ramp).within);
  const { seam, within } = differences(periodicPart(ramp));
  expect(seam).toBeLessThan(within);
});

it('hardly changes a tile', () => {
  const wave = (x: number, y: number, c: number): number =>
    128 + 60 * Math.sin((2 * Math.PI * (2 * x + c)) / 48) * Math.cos((2 * Math.PI * y) / 32);
  const tile = pictureOf(48, 32, wave);
  const joined = periodicPart(tile);
  const change = Math.max(...joined.data.map((value, i) => Math.abs(value - tile.data[i])));
  // Neighbours differ by up to 60·2·2π/48 ≈ 16 grey levels, half of which is taken away at each edge.
  expect(change).toBeLessThan(10);
});

it('leaves the middle alone where a jump is fine along the edge', () => {
  // First and last row are alike, so that only the sides differ.
  const fine = pictureOf(64, 32, (x, y) => (x <= 60 ? 128 : Math.min(y, 31 - y) % 2 === 0 ? 208 : 48));
  const joined = periodicPart(fine);
  for (let y = 0; y < 32; y++) for (let x = 16; x < 44; x++) expect(Math.abs(joined.data[(y * 64 + x) * 3] - 128)).toBeLessThan(0.5);
});
