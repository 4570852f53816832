import { ADAM, type Scalar, type Tensor, type VectorOperations } from '../engine';
import type { RangedKernel } from './kernels';
import { addressOf, alive } from './tensor';
import { WasmTensors } from './wasm-tensors';

/** Floats that one portion of an elementwise operation or a reduction works on; a multiple of four. */
const CHUNK = 16384;

export class WasmVectorOperations extends WasmTensors implements VectorOperations {
  scale(target: Tensor, factor: number | Scalar): void {
    this.elementwise('scale', target, [addressOf(target), this.valueOf(factor)]);
  }

  addScaled(target: Tensor, x: Tensor, factor: number | Scalar, mask?: Tensor): void {
    this.elementwise('addScaled', target, [addressOf(target), addressOf(x), this.valueOf(factor), addressOf(mask)]);
  }

  multiply(a: Tensor, b: Tensor): Tensor {
    const product = this.create(a.shape);
    this.elementwise('multiplyElements', a, [addressOf(a), addressOf(b), product.address]);
    return product;
  }

  clampedStep(x: Tensor, direction: Tensor, step: number, low: number, high: number): Tensor {
    const moved = this.create(x.shape);
    this.elementwise('clampedStep', x, [addressOf(x), addressOf(direction), step, low, high, moved.address]);
    return moved;
  }

  freeMask(x: Tensor, gradient: Tensor, low: number, high: number): Tensor {
    const mask = this.create(x.shape);
    this.elementwise('freeMask', x, [addressOf(x), addressOf(gradient), low, high, mask.address]);
    return mask;
  }

  adamStep(x: Tensor, gradient: Tensor, m: Tensor, v: Tensor, t: number, rate: number): void {
    const { beta1, beta2, epsilon } = ADAM;
    const corrections = [1 / (1 - beta1 ** t), 1 / (1 - beta2 ** t)];
    const addresses = [x, gradient, m, v].map(addressOf);
    this.elementwise('adamStep', x, [...addresses, beta1, 1 - beta1, beta2, 1 - beta2, ...corrections, epsilon, rate]);
  }

  dot(a: Tensor, b: Tensor, mask?: Tensor): Scalar {
    const { length } = alive(a);
    return this.scalar(
      this.sumOfPartials('dotPartials', [addressOf(a), addressOf(b), addressOf(mask), length, CHUNK], Math.ceil(length / CHUNK)),
    );
  }

  absoluteSum(a: Tensor): Scalar {
    const { address, length } = alive(a);
    return this.scalar(this.sumOfPartials('absolutePartials', [address, length, CHUNK], Math.ceil(length / CHUNK)));
  }

  subtractScalars(a: Scalar, b: Scalar): Scalar {
    return this.scalar(this.valueOf(a) - this.valueOf(b));
  }

  divideScalars(numerator: Scalar, denominator: Scalar, threshold?: Scalar): Scalar {
    const divisor = this.valueOf(denominator);
    const usable = divisor > (threshold ? this.valueOf(threshold) : 0);
    return this.scalar(usable ? this.valueOf(numerator) / divisor : 0);
  }

  protected elementwise(kernel: RangedKernel, tensor: Tensor, values: readonly number[]): void {
    this.device.team.run(kernel, values, alive(tensor).length, CHUNK);
  }

  /** Runs a kernel that leaves `perItem` float64 for each item, after whose address come the items; adds them in order. */
  protected sumOfPartials(kernel: RangedKernel, values: readonly number[], items: number, grain = 1): number {
    const { heap, team } = this.device;
    return heap.borrow(items * 8, (partials) => {
      team.run(kernel, [...values, partials], items, grain);
      return heap.doublesAt(partials, items).reduce((sum, value) => sum + value, 0);
    });
  }
}
