import type { EngineMemory, Scalar, Tensor, TensorOperations } from '../engine';
import { EngineError } from '../engine-error';
import type { StorageBuffer } from './buffers';
import type { WebgpuDevice } from './device';
import { gridFor, WORKGROUP_SIZE, type Kernel } from './kernel';
import { MOST_PORTIONS, SUM_OF_PORTIONS } from './kernels/reductions';
import { alive, bufferOf, lengthOf, WebgpuTensor } from './tensor';

/** An evaluation's largest tensor is about a fourth of its activations, and weights come on top: more would not fit one buffer. */
const LARGEST_SHARE = 6;

/** The life of tensors: made, read, freed. */
export class WebgpuTensors implements TensorOperations {
  private count = 0;
  private destroyed = false;

  constructor(readonly device: WebgpuDevice) {}

  upload(values: Float32Array, shape: readonly number[]): Tensor {
    if (values.length !== lengthOf(shape)) {
      throw new EngineError('wrong-result', `${values.length} values don't fill a tensor of shape [${shape.join(', ')}].`);
    }
    const tensor = this.create(shape);
    this.device.write(tensor.buffer, values);
    return tensor;
  }

  async read(tensor: Tensor): Promise<Float32Array> {
    const { buffer, length } = alive(tensor);
    const [values] = await this.device.read([buffer], [length]);
    return values;
  }

  async readScalars(scalars: readonly Scalar[]): Promise<number[]> {
    if (scalars.length === 0) return [];
    const values = await this.device.read(
      scalars.map(bufferOf),
      scalars.map(() => 1),
    );
    return values.map(([value]) => value);
  }

  dispose(...tensors: readonly Tensor[]): void {
    if (this.destroyed) return;
    for (const tensor of tensors) {
      const held = tensor as WebgpuTensor;
      if (!held.alive) throw new EngineError('wrong-result', 'A tensor was disposed twice.');
      this.device.buffers.release(held.buffer);
      held.alive = false;
      this.count -= 1;
    }
  }

  memory(): EngineMemory {
    const { bytes, peakBytes, reservedBytes, largest } = this.device.buffers;
    return { bytes, peakBytes, reservedBytes, limitBytes: LARGEST_SHARE * largest, tensors: this.count };
  }

  resetPeak(): void {
    this.device.buffers.resetPeak();
  }

  destroy(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    this.count = 0;
    this.device.destroy();
  }

  zeros(shape: readonly number[]): Tensor {
    const tensor = this.create(shape);
    this.device.clear(tensor.buffer);
    return tensor;
  }

  copy(tensor: Tensor): Tensor {
    const source = alive(tensor);
    const target = this.create(source.shape);
    this.device.copy(source.buffer, target.buffer);
    return target;
  }

  /** A tensor whose values are whatever the memory held. */
  create(shape: readonly number[]): WebgpuTensor {
    this.device.assertAlive();
    const tensor = new WebgpuTensor([...shape], this.device.buffers.take(lengthOf(shape)));
    this.count += 1;
    return tensor;
  }

  /** Runs an elementwise kernel for `count` elements. */
  forEach(kernel: Kernel, count: number, parameters: readonly number[], buffers: readonly StorageBuffer[]): void {
    if (count === 0) return;
    this.device.run({ kernel, parameters: [count, ...parameters], buffers, groups: gridFor(count) });
  }

  /** A new tensor, one element of which each invocation of an elementwise kernel makes; the kernel's last buffer. */
  made(shape: readonly number[], kernel: Kernel, parameters: readonly number[], inputs: readonly Tensor[]): Tensor {
    const result = this.create(shape);
    this.forEach(kernel, result.length, parameters, [...inputs.map(bufferOf), result.buffer]);
    return result;
  }

  /** Σ over `count` terms of a kernel that leaves sums of portions. */
  sum(kernel: Kernel, count: number, parameters: readonly number[], inputs: readonly StorageBuffer[]): Scalar {
    const result = this.create([1]);
    const portions = Math.max(1, Math.min(MOST_PORTIONS, Math.ceil(count / WORKGROUP_SIZE)));
    this.withScratch([portions], ([partial]) => {
      this.device.run({ kernel, parameters: [count, ...parameters], buffers: [...inputs, partial], groups: [portions] });
      this.device.run({ kernel: SUM_OF_PORTIONS, parameters: [portions], buffers: [partial, result.buffer], groups: [1] });
    });
    return result;
  }

  /** Buffers of so many floats that live as long as `work`. */
  withScratch(lengths: readonly number[], work: (buffers: StorageBuffer[]) => void): void {
    const buffers = lengths.map((length) => this.device.buffers.take(length));
    try {
      work(buffers);
    } finally {
      this.device.buffers.release(...buffers);
    }
  }
}
