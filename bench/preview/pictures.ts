import type { FloatImage } from '../../src/nst/images/resample';
import { seededRandom } from '../../src/nst/images/random';

/** Speed does not depend on what is painted. */
export function benchPicture(side: number): FloatImage {
  const random = seededRandom(7);
  return { width: side, height: side, channels: 3, data: Float32Array.from({ length: side * side * 3 }, () => 255 * random()) };
}
