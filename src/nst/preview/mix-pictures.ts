import type { FloatImage } from '../images/resample';

/** (1 − share)·a + share·b of two pictures of one size. */
export function mixPictures(a: FloatImage, b: FloatImage, share: number): FloatImage {
  return { ...a, data: a.data.map((value, i) => value + share * (b.data[i] - value)) };
}
