import type { RgbaImage } from '../../src/nst/images/image';
import type { Pixels } from '../../art/jpeg';

const GAP = 6;

/** The largest square in a picture's middle. */
export function middleSquare({ width, height, data }: RgbaImage): RgbaImage {
  const side = Math.min(width, height);
  const left = (width - side) >> 1;
  const top = (height - side) >> 1;
  const square = new Uint8ClampedArray(side * side * 4);
  for (let y = 0; y < side; y++) {
    const start = ((top + y) * width + left) * 4;
    square.set(data.subarray(start, start + side * 4), y * side * 4);
  }
  return { width: side, height: side, data: square };
}

/** Rows of equally large pictures on white; null leaves a place empty. */
export function layOut(rows: readonly (readonly (RgbaImage | null)[])[]): Pixels {
  const { width: side } = rows.flat().find((picture) => picture !== null)!;
  const width = Math.max(...rows.map(({ length }) => length)) * (side + GAP) + GAP;
  const height = rows.length * (side + GAP) + GAP;
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  rows.forEach((row, i) =>
    row.forEach((picture, j) => {
      for (let y = 0; picture && y < side; y++) {
        const start = ((GAP + i * (side + GAP) + y) * width + GAP + j * (side + GAP)) * 4;
        data.set(picture.data.subarray(y * side * 4, (y + 1) * side * 4), start);
      }
    }),
  );
  return { width, height, data };
}
