import * as tf from '@tensorflow/tfjs';

/** Differences to the row below and to the pixel on the right; where `wraps`, also from the last to the first. */
export function neighbourDifferences(values: tf.Tensor3D, wraps: boolean): { vertical: tf.Tensor3D; horizontal: tf.Tensor3D } {
  const [height, width, channels] = values.shape;
  if (wraps) return { vertical: tf.sub(shifted(values, 0), values), horizontal: tf.sub(shifted(values, 1), values) };
  const vertical = tf.sub(
    tf.slice(values, [1, 0, 0], [height - 1, width, channels]),
    tf.slice(values, [0, 0, 0], [height - 1, width, channels]),
  );
  const horizontal = tf.sub(
    tf.slice(values, [0, 1, 0], [height, width - 1, channels]),
    tf.slice(values, [0, 0, 0], [height, width - 1, channels]),
  );
  return { vertical: vertical as tf.Tensor3D, horizontal: horizontal as tf.Tensor3D };
}

export function meanSquare(differences: tf.Tensor3D): tf.Tensor {
  return differences.size === 0 ? tf.scalar(0) : tf.mean(tf.square(differences));
}

/** Every line in its predecessor's place, the first in the last's. */
function shifted(values: tf.Tensor3D, axis: 0 | 1, by: 1 | -1 = 1): tf.Tensor3D {
  const length = values.shape[axis];
  if (length === 1) return values;
  const parts = tf.split(values, by === 1 ? [1, length - 1] : [length - 1, 1], axis);
  return tf.concat([parts[1], parts[0]] as tf.Tensor3D[], axis);
}

/** ∂/∂image of the mean of squared differences along one axis. */
export function differenceAdjoint(differences: tf.Tensor3D, axis: 0 | 1, wraps: boolean): tf.Tensor {
  const factor = 2 / Math.max(1, differences.size);
  if (wraps) return tf.mul(tf.sub(shifted(differences, axis, -1), differences), factor);
  const before: [number, number][] = [
    [0, 0],
    [0, 0],
    [0, 0],
  ];
  const after = before.map((pair): [number, number] => [...pair]);
  before[axis] = [1, 0];
  after[axis] = [0, 1];
  const adjoint = tf.sub(tf.pad(differences, before), tf.pad(differences, after));
  return tf.mul(adjoint, factor);
}
