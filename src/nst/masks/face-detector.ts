import * as tf from '@tensorflow/tfjs';
import type { FloatImage } from '../images/resample';
import type { FetchAsset } from '../model/assets';
import { sharedPart, type Box, type Face } from './face';
import { readFaces } from './face-anchors';
import { loadGraphNetwork } from './graph-network';
import { partsOf } from './picture-parts';
import { squareTensor } from './square-tensor';

const FOLDER = 'models/faces';
const INPUT_SIDE = 256;
/** Faces in portraits reach 0.87 and more, cats 0.68, one dog of four 0.8 (measured). */
const LEAST_SCORE = 0.75;
/** Two boxes that share more than this are one face. */
const MOST_SHARED = 0.5;

/** Finds faces with BlazeFace (Bazarevsky et al. 2019), on TensorFlow.js's current backend; a call leaves no tensor behind. */
export class FaceDetector {
  private constructor(private readonly network: tf.GraphModel) {}

  /** Throws a `ModelError` for missing or damaged files. */
  static async load(fetchAsset: FetchAsset): Promise<FaceDetector> {
    return new FaceDetector(await loadGraphNetwork(fetchAsset, FOLDER));
  }

  /** RGB in 0…255; the surest face first. Those of `leastScore` and more. */
  async find(picture: FloatImage, leastScore = LEAST_SCORE): Promise<Face[]> {
    const found: Face[] = [];
    for (const part of partsOf(picture)) found.push(...(await this.findIn(picture, part, leastScore)));
    return withoutDoubles(found);
  }

  dispose(): void {
    this.network.dispose();
  }

  private async findIn(picture: FloatImage, part: Box, leastScore: number): Promise<Face[]> {
    const outputs = tf.tidy(() => {
      const input = tf.sub(tf.div(squareTensor(picture, part, INPUT_SIDE), 127.5), 1);
      const [fewScores, manyScores, fewBoxes, manyBoxes] = bySize(this.network.execute(input) as tf.Tensor3D[]);
      return { scores: tf.concat([manyScores, fewScores], 1), boxes: tf.concat([manyBoxes, fewBoxes], 1) };
    });
    try {
      const [scores, boxes] = await Promise.all([outputs.scores.data(), outputs.boxes.data()]);
      return readFaces(scores, boxes, part, INPUT_SIDE, leastScore);
    } finally {
      tf.dispose(outputs);
    }
  }
}

/** A graph's outputs come in no order of their own. */
function bySize(outputs: readonly tf.Tensor3D[]): tf.Tensor3D[] {
  return [...outputs].sort((a, b) => a.size - b.size);
}

function withoutDoubles(faces: readonly Face[]): Face[] {
  const kept: Face[] = [];
  for (const face of [...faces].sort((a, b) => b.score - a.score)) {
    if (kept.every(({ box }) => sharedPart(box, face.box) <= MOST_SHARED)) kept.push(face);
  }
  return kept;
}
