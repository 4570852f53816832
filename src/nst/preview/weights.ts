import * as tf from '@tensorflow/tfjs';
import { decodeTensor } from '../model/decode-tensor';
import type { TensorEntry } from '../model/manifest';

/** A network's weights as tensors, made once and freed together. */
export class Weights {
  private readonly tensors: tf.Tensor[] = [];

  constructor(private readonly shards: readonly ArrayBuffer[]) {}

  values(entry: TensorEntry): Float32Array {
    return decodeTensor(entry, this.shards);
  }

  /** [h, w, in, out] */
  kernel(entry: TensorEntry): tf.Tensor4D {
    return this.keep(tf.tensor4d(this.values(entry), entry.shape as [number, number, number, number]));
  }

  /** [h, w, channels] → [h, w, channels, 1] */
  depthwiseKernel(entry: TensorEntry): tf.Tensor4D {
    const [height, width, channels] = entry.shape;
    return this.keep(tf.tensor4d(this.values(entry), [height, width, channels, 1]));
  }

  bias(entry: TensorEntry): tf.Tensor1D {
    return this.keep(tf.tensor1d(this.values(entry)));
  }

  keep<T extends tf.Tensor>(tensor: T): T {
    this.tensors.push(tensor);
    return tensor;
  }

  dispose(): void {
    tf.dispose(this.tensors);
    this.tensors.length = 0;
  }
}
