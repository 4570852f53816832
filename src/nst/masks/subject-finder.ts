import * as tf from '@tensorflow/tfjs';
import { resample, type FloatImage } from '../images/resample';
import type { FetchAsset } from '../model/assets';
import { loadGraphNetwork } from './graph-network';
import { guidedFilter } from './guided-filter';

const FOLDER = 'models/subject';
const INPUT_SIDE = 256;
/** Of the longest side: about one of the network's pixels. */
const EDGE_RADIUS = 1 / 170;
const EDGE_SMOOTHNESS = 1e-3;

/** Tells people from what is behind them (MediaPipe), on TensorFlow.js's current backend; a call leaves no tensor behind. */
export class SubjectFinder {
  private constructor(private readonly network: tf.GraphModel) {}

  /** Throws a `ModelError` for missing or damaged files. */
  static async load(fetchAsset: FetchAsset): Promise<SubjectFinder> {
    return new SubjectFinder(await loadGraphNetwork(fetchAsset, FOLDER));
  }

  /** RGB in 0…255 → [h · w · 1] in 0…1, 1 for the subject. */
  async find(picture: FloatImage): Promise<FloatImage> {
    const { width, height } = picture;
    const coarse = tf.tidy(() => {
      const { data } = resample(picture, INPUT_SIDE, INPUT_SIDE);
      return this.network.execute(tf.div(tf.tensor4d(data, [1, INPUT_SIDE, INPUT_SIDE, 3]), 255)) as tf.Tensor;
    });
    try {
      const data = (await coarse.data()) as Float32Array;
      const mask = resample({ width: INPUT_SIDE, height: INPUT_SIDE, channels: 1, data }, width, height);
      return guidedFilter(mask, brightness(picture), Math.max(1, Math.round(Math.max(width, height) * EDGE_RADIUS)), EDGE_SMOOTHNESS);
    } finally {
      coarse.dispose();
    }
  }

  dispose(): void {
    this.network.dispose();
  }
}

/** 0…1 */
function brightness({ width, height, data }: FloatImage): FloatImage {
  const grey = Float32Array.from({ length: width * height }, (_, i) => (data[3 * i] + data[3 * i + 1] + data[3 * i + 2]) / 765);
  return { width, height, channels: 1, data: grey };
}
