import * as tf from '@tensorflow/tfjs';

export function neighbourDifferences(values: tf.Tensor3D): { vertical: tf.Tensor3D; horizontal: tf.Tensor3D } {
  const [height, width, channels] = values.shape;
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

/** ∂/∂image of the mean of squared differences along one axis. */
export function differenceAdjoint(differences: tf.Tensor3D, axis: 0 | 1): tf.Tensor {
  const before: [number, number][] = [
    [0, 0],
    [0, 0],
    [0, 0],
  ];
  const after = before.map((pair): [number, number] => [...pair]);
  before[axis] = [1, 0];
  after[axis] = [0, 1];
  const adjoint = tf.sub(tf.pad(differences, before), tf.pad(differences, after));
  return tf.mul(adjoint, 2 / Math.max(1, differences.size));
}
