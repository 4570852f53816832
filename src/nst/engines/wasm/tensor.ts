import type { Tensor } from '../engine';
import { EngineError } from '../engine-error';

/** Values in row-major order of the shape, dense, at an address of the engine's memory. */
export class WasmTensor implements Tensor {
  alive = true;

  constructor(
    readonly shape: readonly number[],
    readonly address: number,
    /** How many values there are. */
    readonly length: number,
  ) {}
}

/** Every operation looks at its tensors through this, so that a freed one is noticed, not read. */
export function alive(tensor: Tensor): WasmTensor {
  if (!(tensor instanceof WasmTensor)) throw new EngineError('wrong-result', 'A tensor of another engine was used.');
  if (!tensor.alive) throw new EngineError('wrong-result', 'A tensor was used after it was disposed.');
  return tensor;
}

export function addressOf(tensor: Tensor | null | undefined): number {
  return tensor ? alive(tensor).address : 0;
}

export function lengthOf(shape: readonly number[]): number {
  return shape.reduce((product, side) => product * side, 1);
}
