import * as tf from '@tensorflow/tfjs';
import type { EdgeMode } from '../engine';

/** [h, w, c] → [h + 2, w + 2, c] */
export function padEdges(values: tf.Tensor3D, mode: EdgeMode): tf.Tensor3D {
  if (mode === 'zero') return tf.pad(values, ONE_AROUND);
  return padAxis(padAxis(values, 0, mode), 1, mode);
}

/** The adjoint of `padEdges`: [h + 2, w + 2, c] → [h, w, c]. */
export function foldEdges(gradient: tf.Tensor3D, mode: EdgeMode): tf.Tensor3D {
  if (mode === 'zero') return cropEdges(gradient);
  return foldAxis(foldAxis(gradient, 1, mode), 0, mode);
}

function cropEdges(values: tf.Tensor3D): tf.Tensor3D {
  const [height, width, channels] = values.shape;
  return tf.slice(values, [1, 1, 0], [height - 2, width - 2, channels]);
}

const ONE_AROUND: [[number, number], [number, number], [number, number]] = [
  [1, 1],
  [1, 1],
  [0, 0],
];

/** The index that the first border repeats: the edge itself, its neighbour, or the opposite edge. The last one mirrors it. */
function sourceOffset(mode: EdgeMode, length: number): number {
  return mode === 'wrap' ? length - 1 : mode === 'reflect' ? 1 : 0;
}

function padAxis(values: tf.Tensor3D, axis: 0 | 1, mode: EdgeMode): tf.Tensor3D {
  const length = values.shape[axis];
  const offset = sourceOffset(mode, length);
  return tf.concat([sliceAxis(values, axis, offset), values, sliceAxis(values, axis, length - 1 - offset)], axis);
}

function foldAxis(gradient: tf.Tensor3D, axis: 0 | 1, mode: EdgeMode): tf.Tensor3D {
  const length = gradient.shape[axis] - 2;
  const offset = sourceOffset(mode, length);
  const inner = sliceAxis(gradient, axis, 1, length);
  const first = placeAt(sliceAxis(gradient, axis, 0), axis, offset, length);
  const last = placeAt(sliceAxis(gradient, axis, length + 1), axis, length - 1 - offset, length);
  return tf.addN([inner, first, last]) as tf.Tensor3D;
}

function sliceAxis(values: tf.Tensor3D, axis: 0 | 1, begin: number, size = 1): tf.Tensor3D {
  const [height, width, channels] = values.shape;
  return axis === 0 ? tf.slice(values, [begin, 0, 0], [size, width, channels]) : tf.slice(values, [0, begin, 0], [height, size, channels]);
}

function placeAt(line: tf.Tensor3D, axis: 0 | 1, index: number, length: number): tf.Tensor3D {
  const around: [number, number] = [index, length - 1 - index];
  return tf.pad(line, axis === 0 ? [around, [0, 0], [0, 0]] : [[0, 0], around, [0, 0]]);
}
