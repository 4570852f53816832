import type { RgbaImage } from '../../../src/nst/images/image';
import { drawNumber } from '../../../bench/judge/digits';
import { drawSheet } from '../../../bench/judge/sheet';

/** Every pixel differs from its neighbours, so that a shift by one would be seen. */
function speckled(width: number, height: number, seed: number): RgbaImage {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < data.length; i++) data[i] = i % 4 === 3 ? 255 : (seed * 31 + i * 89) % 251;
  return { width, height, data };
}

/** Where the whole of a picture stands on a sheet. */
function findAll(sheet: RgbaImage, picture: RgbaImage): [number, number][] {
  const places: [number, number][] = [];
  for (let top = 0; top + picture.height <= sheet.height; top++)
    for (let left = 0; left + picture.width <= sheet.width; left++) if (standsAt(sheet, picture, left, top)) places.push([left, top]);
  return places;
}

function standsAt(sheet: RgbaImage, { width, height, data }: RgbaImage, left: number, top: number): boolean {
  for (let y = 0; y < height; y++)
    for (let i = 0; i < 4 * width; i++) if (data[4 * y * width + i] !== sheet.data[4 * ((top + y) * sheet.width + left) + i]) return false;
  return true;
}

it('shows both pictures as they are, 1 on the left of 2, one pair below the other', () => {
  const pictures = [1, 2, 3, 4].map((seed) => speckled(24, 16, seed));
  const sheet = drawSheet([
    { number: 1, companions: [], pictures: [pictures[0], pictures[1]] },
    { number: 2, companions: [], pictures: [pictures[2], pictures[3]] },
  ]);
  const places = pictures.map((picture) => findAll(sheet, picture));
  expect(places.map(({ length }) => length)).toEqual([1, 1, 1, 1]);
  const [[one], [two], [three]] = places;
  expect(two[1]).toBe(one[1]);
  expect(two[0]).toBeGreaterThanOrEqual(one[0] + 24);
  expect(three[0]).toBe(one[0]);
  expect(three[1]).toBeGreaterThanOrEqual(one[1] + 16);
});

it('labels the pictures 1 and 2, and the rows with their numbers', () => {
  const sheet = drawSheet([{ number: 43, companions: [speckled(24, 16, 3)], pictures: [speckled(24, 16, 1), speckled(24, 16, 2)] }]);
  const [[one], [two], [row]] = [1, 2, 43].map((number) => findAll(sheet, drawNumber(number)));
  expect(findAll(sheet, speckled(24, 16, 1))[0][0]).toBe(one[0]);
  expect(findAll(sheet, speckled(24, 16, 2))[0][0]).toBe(two[0]);
  expect(row[0]).toBeLessThan(one[0]);
});

it('makes content and style fit, and leaves pictures of different sizes as they are', () => {
  const [small, large] = [speckled(20, 30, 1), speckled(40, 20, 2)];
  const sheet = drawSheet([{ number: 1, companions: [speckled(400, 300, 3), speckled(10, 8, 4)], pictures: [small, large] }]);
  expect(findAll(sheet, small)).toHaveLength(1);
  expect(findAll(sheet, large)).toHaveLength(1);
  expect(findAll(sheet, speckled(10, 8, 4))).toHaveLength(1);
  expect(sheet.width).toBeLessThan(300);
});
