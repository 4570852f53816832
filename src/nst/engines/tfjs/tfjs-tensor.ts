import * as tf from '@tensorflow/tfjs';
import type { Scalar, Tensor } from '../engine';

/** A value that in-place operations replace: tf tensors themselves are immutable. */
export class TfjsTensor implements Tensor {
  constructor(public value: tf.Tensor) {}
  get shape(): readonly number[] {
    return this.value.shape;
  }
}

export function valueOf(tensor: Tensor): tf.Tensor {
  return (tensor as TfjsTensor).value;
}

export function shapeOf(tensor: Tensor): number[] {
  return [...tensor.shape];
}

export function image(tensor: Tensor): tf.Tensor3D {
  return valueOf(tensor) as tf.Tensor3D;
}

/** [h, w, c] → [h · w, c] */
export function positions(activation: Tensor): tf.Tensor2D {
  return valueOf(activation).reshape([-1, activation.shape[2]]);
}

export function factorOf(factor: number | Scalar): tf.Tensor | number {
  return typeof factor === 'number' ? factor : valueOf(factor);
}

export function sumOf(values: tf.Tensor): tf.Tensor {
  return tf.sum(values).reshape([1]);
}

/** [h, w, c] · p [h, w, 1] */
export function atPositions(values: tf.Tensor, positionWeights: Tensor | null): tf.Tensor {
  return positionWeights ? tf.mul(values, valueOf(positionWeights).expandDims(-1)) : values;
}
