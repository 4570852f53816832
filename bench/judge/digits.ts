import type { RgbaImage } from '../../src/nst/images/image';

/** Rows of three pixels, from above. */
const DIGITS = [
  ['###', '#.#', '#.#', '#.#', '###'],
  ['.#.', '##.', '.#.', '.#.', '###'],
  ['###', '..#', '###', '#..', '###'],
  ['###', '..#', '.##', '..#', '###'],
  ['#.#', '#.#', '###', '..#', '..#'],
  ['###', '#..', '###', '..#', '###'],
  ['###', '#..', '###', '#.#', '###'],
  ['###', '..#', '..#', '.#.', '.#.'],
  ['###', '#.#', '###', '#.#', '###'],
  ['###', '#.#', '###', '..#', '###'],
] as const;

const DOT = 5;
const [COLUMNS, ROWS] = [4, 5];

export const DIGIT_HEIGHT = ROWS * DOT;

/** A number in black on white. */
export function drawNumber(value: number): RgbaImage {
  const digits = [...String(value)].map(Number);
  const width = digits.length * COLUMNS * DOT;
  const data = new Uint8ClampedArray(width * DIGIT_HEIGHT * 4).fill(255);
  for (let y = 0; y < DIGIT_HEIGHT; y++)
    for (let x = 0; x < width; x++) {
      const [column, row] = [Math.floor(x / DOT), Math.floor(y / DOT)];
      const digit = digits[Math.floor(column / COLUMNS)];
      if (DIGITS[digit][row][column % COLUMNS] === '#') data.fill(0, 4 * (y * width + x), 4 * (y * width + x) + 3);
    }
  return { width, height: DIGIT_HEIGHT, data };
}
