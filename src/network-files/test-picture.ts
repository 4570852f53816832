/** Rings of every width, direction and colour: the picture that a network is tried with, drawn with whole numbers alone. */
export const TEST_SIDE = 128;

/** Centre and scale of the rings in red, green and blue. */
const RINGS = [
  [32, 40, 2],
  [96, 56, 3],
  [60, 100, 4],
] as const;

/** RGB in 0…255, as tools/models/make_known_answer.py draws it. */
export function testPicture(): Float32Array {
  const picture = new Float32Array(3 * TEST_SIDE * TEST_SIDE);
  for (let y = 0; y < TEST_SIDE; y++) {
    for (let x = 0; x < TEST_SIDE; x++) {
      for (const [channel, [centreX, centreY, shift]] of RINGS.entries()) {
        picture[3 * (y * TEST_SIDE + x) + channel] = triangle(((x - centreX) ** 2 + (y - centreY) ** 2) >> shift);
      }
    }
  }
  return picture;
}

function triangle(n: number): number {
  const phase = n % 512;
  return phase < 256 ? phase : 511 - phase;
}
