import type { RgbaImage } from '../../../src/nst/images/image';
import { onWhite, paintedMask } from '../../../bench/sheets/masks';
import { layOut, middleSquare } from '../../../bench/sheets/sheet';

/** The red channel counts pixels. */
function counted(width: number, height: number): RgbaImage {
  const data = new Uint8ClampedArray(width * height * 4).fill(7);
  for (let i = 0; i < width * height; i++) data[4 * i] = i;
  return { width, height, data };
}

function redAt({ width, data }: RgbaImage, x: number, y: number): number {
  return data[4 * (y * width + x)];
}

it('cuts the square from the middle', () => {
  const square = middleSquare(counted(6, 2));
  expect([square.width, square.height]).toEqual([2, 2]);
  expect([redAt(square, 0, 0), redAt(square, 1, 0), redAt(square, 0, 1)]).toEqual([2, 3, 8]);
});

it('puts pictures beside and below each other on white', () => {
  const sheet = layOut([
    [null, counted(2, 2)],
    [counted(2, 2), counted(2, 2)],
  ]);
  expect([sheet.width, sheet.height]).toEqual([22, 22]);
  expect(redAt(sheet, 6, 6)).toBe(255);
  expect([redAt(sheet, 14, 6), redAt(sheet, 15, 7)]).toEqual([0, 3]);
  expect([redAt(sheet, 6, 14), redAt(sheet, 7, 15)]).toEqual([0, 3]);
  expect(redAt(sheet, 8, 14)).toBe(255);
});

it('paints masks by place, cut off at black and white', () => {
  const ramp = paintedMask(4, (x) => 2 * x - 0.5);
  expect([0, 1, 2, 3].map((x) => redAt(ramp, x, 0))).toEqual([0, 64, 191, 255]);
  expect(ramp.data[3]).toBe(255);
});

it('shows transparent pictures on white', () => {
  const pixels = Uint8ClampedArray.of(10, 20, 30, 0, 10, 20, 30, 255, 0, 100, 200, 51);
  expect([...onWhite({ width: 3, height: 1, data: pixels }).data]).toEqual([255, 255, 255, 255, 10, 20, 30, 255, 204, 224, 244, 255]);
});
