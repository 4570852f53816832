import { ADAM, type Scalar, type Tensor, type VectorOperations } from '../engine';
import { ABSOLUTE_PORTIONS, dotPortions } from './kernels/reductions';
import * as vectors from './kernels/vectors';
import { alive, bufferOf } from './tensor';
import type { WebgpuTensors } from './webgpu-tensors';

export class WebgpuVectorOperations implements VectorOperations {
  constructor(private readonly tensors: WebgpuTensors) {}

  scale(target: Tensor, factor: number | Scalar): void {
    const { buffer, length } = alive(target);
    const onDevice = typeof factor !== 'number';
    this.tensors.forEach(vectors.scaleKernel(onDevice), length, onDevice ? [] : [factor], onDevice ? [buffer, bufferOf(factor)] : [buffer]);
  }

  addScaled(target: Tensor, x: Tensor, factor: number | Scalar, mask?: Tensor): void {
    const { buffer, length } = alive(target);
    const onDevice = typeof factor !== 'number';
    const buffers = [buffer, bufferOf(x), ...(onDevice ? [bufferOf(factor)] : []), ...(mask ? [bufferOf(mask)] : [])];
    this.tensors.forEach(vectors.addScaledKernel(onDevice, mask !== undefined), length, onDevice ? [] : [factor], buffers);
  }

  multiply(a: Tensor, b: Tensor): Tensor {
    return this.tensors.made(a.shape, vectors.MULTIPLY, [], [a, b]);
  }

  clampedStep(x: Tensor, direction: Tensor, step: number, low: number, high: number): Tensor {
    return this.tensors.made(x.shape, vectors.CLAMPED_STEP, [step, low, high], [x, direction]);
  }

  freeMask(x: Tensor, gradient: Tensor, low: number, high: number): Tensor {
    return this.tensors.made(x.shape, vectors.FREE_MASK, [low, high], [x, gradient]);
  }

  adamStep(x: Tensor, gradient: Tensor, m: Tensor, v: Tensor, t: number, rate: number): void {
    const corrections = [1 / (1 - ADAM.beta1 ** t), 1 / (1 - ADAM.beta2 ** t)];
    this.tensors.forEach(vectors.ADAM_STEP, alive(x).length, [...corrections, rate], [x, gradient, m, v].map(bufferOf));
  }

  dot(a: Tensor, b: Tensor, mask?: Tensor): Scalar {
    return this.tensors.sum(dotPortions(mask !== undefined), alive(a).length, [], [a, b, ...(mask ? [mask] : [])].map(bufferOf));
  }

  absoluteSum(a: Tensor): Scalar {
    return this.tensors.sum(ABSOLUTE_PORTIONS, alive(a).length, [], [bufferOf(a)]);
  }

  subtractScalars(a: Scalar, b: Scalar): Scalar {
    return this.tensors.made([1], vectors.SUBTRACT_SCALARS, [], [a, b]);
  }

  divideScalars(numerator: Scalar, denominator: Scalar, threshold?: Scalar): Scalar {
    const inputs = [numerator, denominator, ...(threshold ? [threshold] : [])];
    return this.tensors.made([1], vectors.divideScalarsKernel(threshold !== undefined), [], inputs);
  }
}
