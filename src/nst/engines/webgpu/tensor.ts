import type { Tensor } from '../engine';
import { EngineError } from '../engine-error';
import type { StorageBuffer } from './buffers';

/** Values in row-major order of the shape, in a buffer of its own. */
export class WebgpuTensor implements Tensor {
  alive = true;
  readonly length: number;

  constructor(
    readonly shape: readonly number[],
    readonly buffer: StorageBuffer,
  ) {
    this.length = lengthOf(shape);
  }
}

export function lengthOf(shape: readonly number[]): number {
  return shape.reduce((product, side) => product * side, 1);
}

/** Every operation looks at its tensors through this, so that a freed one is noticed, not read. */
export function alive(tensor: Tensor): WebgpuTensor {
  if (!(tensor instanceof WebgpuTensor)) throw new EngineError('wrong-result', 'A tensor of another engine was used.');
  if (!tensor.alive) throw new EngineError('wrong-result', 'A tensor was used after it was disposed.');
  return tensor;
}

export function bufferOf(tensor: Tensor): StorageBuffer {
  return alive(tensor).buffer;
}
