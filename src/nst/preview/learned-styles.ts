import * as tf from '@tensorflow/tfjs';
import { loadWeights } from './load-weights';
import { Painter } from './painter';
import { pictureOf, pictureTensor } from './picture-tensor';
import { PreviewError } from './preview-error';
import { sharesOf } from './style-vectors';
import type { FetchAsset } from '../model/assets';
import type { FloatImage } from '../images/resample';
import type { Styles26Manifest } from './preview-manifest';
import type { Weights } from './weights';

const FOLDER = 'models/styles26';
export const LEARNED_STYLES = 26;

/** 26 styles learned by one network, and any mixture of them (Dumoulin et al. 2017). Otherwise like `ArbitraryStylizer`. */
export class LearnedStyles {
  private constructor(
    private readonly weights: Weights,
    private readonly painter: Painter,
  ) {}

  /** Throws a `ModelError` for missing or damaged files, and the signal's reason once it is aborted. */
  static async load(fetchAsset: FetchAsset, signal?: AbortSignal): Promise<LearnedStyles> {
    const { manifest, weights } = await loadWeights<Styles26Manifest>(fetchAsset, FOLDER, signal);
    return new LearnedStyles(weights, new Painter(weights, manifest.stylize));
  }

  /**
   * The content, RGB in 0…255 of at most 1024×1024, repainted; of the same size.
   * One weight per style, at least 0; they are divided by their sum. Throws a `PreviewError`.
   */
  async stylize(content: FloatImage, weights: readonly number[]): Promise<FloatImage> {
    if (weights.length !== LEARNED_STYLES) {
      throw new PreviewError('bad-weights', `There are ${LEARNED_STYLES} styles, but ${weights.length} weights; give one for each.`);
    }
    const shares = sharesOf(weights);
    const painted = tf.tidy(() => this.painter.paint(pictureTensor(content), shares));
    return pictureOf(painted, content.width, content.height);
  }

  dispose(): void {
    this.weights.dispose();
  }
}

/** All weight on one style, counted from 0. */
export function onlyStyle(index: number): number[] {
  if (!Number.isInteger(index) || index < 0 || index >= LEARNED_STYLES) {
    throw new PreviewError('bad-style', `There is no learned style ${index}; choose one from 0 to ${LEARNED_STYLES - 1}.`);
  }
  return Array.from({ length: LEARNED_STYLES }, (_, i) => (i === index ? 1 : 0));
}
