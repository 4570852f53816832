import type { Engine } from '../engines/engine';
import { colorSpreadOf } from '../images/color-spread';
import type { PreparedImages } from '../images/prepare-images';
import type { FloatImage } from '../images/resample';
import { inStyleColors } from '../images/style-colors';
import type { StyleTransferSettings } from '../settings';
import type { LbfgsGuide } from './lbfgs';

/**
 * Where G will go in colour, known before the first gradient: into the styles' colours, and along them. A start from an
 * earlier scale has these colours already: null. A recoloured start leads unless its content loss alone is above all of
 * J at the start: then the style is so gentle that the start's own colours are nearer.
 */
export function colorGuide(
  engine: Engine,
  images: PreparedImages,
  start: FloatImage | null,
  { seed, contentWeight }: Pick<StyleTransferSettings, 'seed' | 'contentWeight'>,
): LbfgsGuide {
  const recolored = start && inStyleColors(images, start, seed);
  return {
    leads: (before, after) => contentWeight * after.content < before.total,
    recolored: recolored && engine.upload(recolored.data, [recolored.height, recolored.width, 3]),
    colorMetric: engine.upload(colorSpreadOf(images.styles), [3, 3]),
  };
}
