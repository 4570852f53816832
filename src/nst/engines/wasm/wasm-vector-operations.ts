import { ADAM, type Scalar, type Tensor, type VectorOperations } from '../engine';
import { addressOf, alive } from './tensor';
import { CHUNK, type WasmTensors } from './wasm-tensors';

export class WasmVectorOperations implements VectorOperations {
  constructor(private readonly tensors: WasmTensors) {}

  scale(target: Tensor, factor: number | Scalar): void {
    this.tensors.elementwise('scale', target, [addressOf(target), this.tensors.numberOf(factor)]);
  }

  addScaled(target: Tensor, x: Tensor, factor: number | Scalar, mask?: Tensor): void {
    this.tensors.elementwise('addScaled', target, [addressOf(target), addressOf(x), this.tensors.numberOf(factor), addressOf(mask)]);
  }

  multiply(a: Tensor, b: Tensor): Tensor {
    const product = this.tensors.create(a.shape);
    this.tensors.elementwise('multiplyElements', a, [addressOf(a), addressOf(b), product.address]);
    return product;
  }

  clampedStep(x: Tensor, direction: Tensor, step: number, low: number, high: number): Tensor {
    const moved = this.tensors.create(x.shape);
    this.tensors.elementwise('clampedStep', x, [addressOf(x), addressOf(direction), step, low, high, moved.address]);
    return moved;
  }

  freeMask(x: Tensor, gradient: Tensor, low: number, high: number): Tensor {
    const mask = this.tensors.create(x.shape);
    this.tensors.elementwise('freeMask', x, [addressOf(x), addressOf(gradient), low, high, mask.address]);
    return mask;
  }

  adamStep(x: Tensor, gradient: Tensor, m: Tensor, v: Tensor, t: number, rate: number): void {
    const { beta1, beta2, epsilon } = ADAM;
    const corrections = [1 / (1 - beta1 ** t), 1 / (1 - beta2 ** t)];
    const addresses = [x, gradient, m, v].map(addressOf);
    this.tensors.elementwise('adamStep', x, [...addresses, beta1, 1 - beta1, beta2, 1 - beta2, ...corrections, epsilon, rate]);
  }

  dot(a: Tensor, b: Tensor, mask?: Tensor): Scalar {
    const { length } = alive(a);
    return this.tensors.scalar(
      this.tensors.sumOfPartials('dotPartials', [addressOf(a), addressOf(b), addressOf(mask), length, CHUNK], Math.ceil(length / CHUNK)),
    );
  }

  absoluteSum(a: Tensor): Scalar {
    const { address, length } = alive(a);
    return this.tensors.scalar(this.tensors.sumOfPartials('absolutePartials', [address, length, CHUNK], Math.ceil(length / CHUNK)));
  }

  subtractScalars(a: Scalar, b: Scalar): Scalar {
    return this.tensors.scalar(this.tensors.numberOf(a) - this.tensors.numberOf(b));
  }

  divideScalars(numerator: Scalar, denominator: Scalar, threshold?: Scalar): Scalar {
    const divisor = this.tensors.numberOf(denominator);
    const usable = divisor > (threshold ? this.tensors.numberOf(threshold) : 0);
    return this.tensors.scalar(usable ? this.tensors.numberOf(numerator) / divisor : 0);
  }
}
