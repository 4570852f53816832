import * as tf from '@tensorflow/tfjs';
import { resample, type FloatImage } from '../images/resample';
import { loadWeights } from './load-weights';
import { Painter } from './painter';
import { pictureOf, pictureTensor } from './picture-tensor';
import { PreviewError } from './preview-error';
import { StyleReader } from './style-reader';
import type { FetchAsset } from '../model/assets';
import type { ArbitraryManifest } from './preview-manifest';
import type { StyleVector } from './style-vectors';
import type { Weights } from './weights';

const FOLDER = 'models/arbitrary';
/** What the style reader was trained on. */
const STYLE_SIDE = 256;

/**
 * Any picture as the style of any other, in one pass and without optimisation (Ghiasi et al. 2017): for
 * previews. Runs on TensorFlow.js's current backend; a call leaves no tensor behind.
 */
export class ArbitraryStylizer {
  private constructor(
    /** Changes with the weights: vectors of another network mean nothing to this one. */
    readonly networkId: string,
    private readonly weights: Weights,
    private readonly reader: StyleReader,
    private readonly painter: Painter,
  ) {}

  /** Throws a `ModelError` for missing or damaged files, and the signal's reason once it is aborted. */
  static async load(fetchAsset: FetchAsset, signal?: AbortSignal): Promise<ArbitraryStylizer> {
    const { manifest, weights } = await loadWeights<ArbitraryManifest>(fetchAsset, FOLDER, signal);
    const networkId = manifest.shards.map(({ sha256 }) => sha256).join();
    return new ArbitraryStylizer(networkId, weights, new StyleReader(weights, manifest.predict), new Painter(weights, manifest.stylize));
  }

  /** The style of the picture's largest centred square; RGB in 0…255. Of the content itself for `styleWithStrength`. */
  async predictStyleVector(style: FloatImage): Promise<StyleVector> {
    const square = resample(centredSquare(style), STYLE_SIDE, STYLE_SIDE);
    const vector = tf.tidy(() => this.reader.read(pictureTensor(square)));
    try {
      return (await vector.data()) as Float32Array;
    } finally {
      vector.dispose();
    }
  }

  /** The content, RGB in 0…255 of at most 1024×1024, repainted; of the same size. Throws a `PreviewError`. */
  async stylizeWithVector(content: FloatImage, vector: StyleVector): Promise<FloatImage> {
    if (vector.length !== this.painter.style.length) {
      throw new PreviewError('bad-style', `A style has ${this.painter.style.length} numbers, not ${vector.length}; read it again.`);
    }
    const painted = tf.tidy(() => this.painter.paint(pictureTensor(content), vector));
    return pictureOf(painted, content.width, content.height);
  }

  dispose(): void {
    this.weights.dispose();
  }
}

function centredSquare({ width, height, channels, data }: FloatImage): FloatImage {
  const side = Math.min(width, height);
  if (side < 1) throw new PreviewError('picture-empty', 'The style has no pixels; choose another one.');
  const left = (width - side) >> 1;
  const top = (height - side) >> 1;
  const square = new Float32Array(side * side * channels);
  for (let y = 0; y < side; y++) {
    const start = ((top + y) * width + left) * channels;
    square.set(data.subarray(start, start + side * channels), y * side * channels);
  }
  return { width: side, height: side, channels, data: square };
}
