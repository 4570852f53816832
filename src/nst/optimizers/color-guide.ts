import type { Engine } from '../engines/engine';
import { colorSpreadOf } from '../images/color-spread';
import type { PreparedImages } from '../images/prepare-images';
import type { FloatImage } from '../images/resample';
import { inStyleColors } from '../images/style-colors';
import type { LbfgsGuide } from './lbfgs';

/**
 * Where G will go in colour, known before the first gradient: into the styles' colours, and along them. A start from an
 * earlier scale has these colours already: null.
 */
export function colorGuide(engine: Engine, images: PreparedImages, start: FloatImage | null, seed: number): LbfgsGuide {
  const recolored = start && inStyleColors(images, start, seed);
  return {
    better: recolored && engine.upload(recolored.data, [recolored.height, recolored.width, 3]),
    colorMetric: engine.upload(colorSpreadOf(images.styles), [3, 3]),
  };
}
