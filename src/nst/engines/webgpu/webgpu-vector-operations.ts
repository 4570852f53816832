import { ADAM, type Scalar, type Tensor, type VectorOperations } from '../engine';
import type { StorageBuffer } from './buffers';
import { WORKGROUP_SIZE, type Kernel } from './kernel';
import { ABSOLUTE_PORTIONS, dotPortions, MOST_PORTIONS, SUM_OF_PORTIONS } from './kernels/reductions';
import * as vectors from './kernels/vectors';
import { alive, bufferOf } from './tensor';
import { WebgpuTensors } from './webgpu-tensors';

export class WebgpuVectorOperations extends WebgpuTensors implements VectorOperations {
  scale(target: Tensor, factor: number | Scalar): void {
    const { buffer, length } = alive(target);
    const onDevice = typeof factor !== 'number';
    this.forEach(vectors.scaleKernel(onDevice), length, onDevice ? [] : [factor], onDevice ? [buffer, bufferOf(factor)] : [buffer]);
  }

  addScaled(target: Tensor, x: Tensor, factor: number | Scalar, mask?: Tensor): void {
    const { buffer, length } = alive(target);
    const onDevice = typeof factor !== 'number';
    const buffers = [buffer, bufferOf(x), ...(onDevice ? [bufferOf(factor)] : []), ...(mask ? [bufferOf(mask)] : [])];
    this.forEach(vectors.addScaledKernel(onDevice, mask !== undefined), length, onDevice ? [] : [factor], buffers);
  }

  multiply(a: Tensor, b: Tensor): Tensor {
    return this.made(a.shape, vectors.MULTIPLY, [], [a, b]);
  }

  clampedStep(x: Tensor, direction: Tensor, step: number, low: number, high: number): Tensor {
    return this.made(x.shape, vectors.CLAMPED_STEP, [step, low, high], [x, direction]);
  }

  freeMask(x: Tensor, gradient: Tensor, low: number, high: number): Tensor {
    return this.made(x.shape, vectors.FREE_MASK, [low, high], [x, gradient]);
  }

  adamStep(x: Tensor, gradient: Tensor, m: Tensor, v: Tensor, t: number, rate: number): void {
    const corrections = [1 / (1 - ADAM.beta1 ** t), 1 / (1 - ADAM.beta2 ** t)];
    this.forEach(vectors.ADAM_STEP, alive(x).length, [...corrections, rate], [x, gradient, m, v].map(bufferOf));
  }

  dot(a: Tensor, b: Tensor, mask?: Tensor): Scalar {
    return this.sum(dotPortions(mask !== undefined), alive(a).length, [], [a, b, ...(mask ? [mask] : [])].map(bufferOf));
  }

  absoluteSum(a: Tensor): Scalar {
    return this.sum(ABSOLUTE_PORTIONS, alive(a).length, [], [bufferOf(a)]);
  }

  subtractScalars(a: Scalar, b: Scalar): Scalar {
    return this.made([1], vectors.SUBTRACT_SCALARS, [], [a, b]);
  }

  divideScalars(numerator: Scalar, denominator: Scalar, threshold?: Scalar): Scalar {
    const inputs = [numerator, denominator, ...(threshold ? [threshold] : [])];
    return this.made([1], vectors.divideScalarsKernel(threshold !== undefined), [], inputs);
  }

  /** A new tensor, one element of which each invocation of an elementwise kernel makes; the kernel's last buffer. */
  protected made(shape: readonly number[], kernel: Kernel, parameters: readonly number[], inputs: readonly Tensor[]): Tensor {
    const result = this.create(shape);
    this.forEach(kernel, result.length, parameters, [...inputs.map(bufferOf), result.buffer]);
    return result;
  }

  /** Σ over `count` terms of a kernel that leaves sums of portions. */
  protected sum(kernel: Kernel, count: number, parameters: readonly number[], inputs: readonly StorageBuffer[]): Scalar {
    const result = this.create([1]);
    const portions = Math.max(1, Math.min(MOST_PORTIONS, Math.ceil(count / WORKGROUP_SIZE)));
    this.withScratch([portions], ([partial]) => {
      this.device.run({ kernel, parameters: [count, ...parameters], buffers: [...inputs, partial], groups: [portions] });
      this.device.run({ kernel: SUM_OF_PORTIONS, parameters: [portions], buffers: [partial, result.buffer], groups: [1] });
    });
    return result;
  }

  /** Buffers of so many floats that live as long as `work`. */
  protected withScratch(lengths: readonly number[], work: (buffers: StorageBuffer[]) => void): void {
    const buffers = lengths.map((length) => this.device.buffers.take(length));
    try {
      work(buffers);
    } finally {
      this.device.buffers.release(...buffers);
    }
  }
}
