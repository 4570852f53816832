import { groupByRegion, intersect } from '../position-weights';
import { transferColors } from './color-transfer';
import type { PreparedImages } from './prepare-images';
import type { FloatImage } from './resample';

/**
 * The picture in the colours of the styles: each region in those of its styles by their weights, soft edges mixed;
 * what no style covers stays as it is.
 */
export function inStyleColors(
  { coverage, styles }: Pick<PreparedImages, 'coverage' | 'styles'>,
  picture: FloatImage,
  seed: number,
): FloatImage {
  const pixels = picture.width * picture.height;
  const sum = new Float32Array(picture.data.length);
  const covered = new Float32Array(pixels);
  for (const group of groupByRegion(styles)) {
    const { region } = group[0];
    const weights = intersect(coverage, region)?.weights ?? null;
    if (weights && !weights.some((weight) => weight > 0)) continue;
    const targets = group.map(({ image, coverage: visible, weight }) => ({ image, weights: visible?.weights ?? null, share: weight }));
    const recolored = transferColors({ image: picture, weights }, targets, seed);
    for (let i = 0; i < pixels; i++) {
      const weight = region?.weights[i] ?? 1;
      covered[i] += weight;
      for (let c = 3 * i; c < 3 * i + 3; c++) sum[c] += weight * recolored.data[c];
    }
  }
  const data = sum.map((value, c) => {
    const weight = covered[Math.floor(c / 3)];
    return weight >= 1 ? value / weight : value + (1 - weight) * picture.data[c];
  });
  return { ...picture, data };
}
