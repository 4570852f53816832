import * as tf from '@tensorflow/tfjs';
import type { EngineMemory, EngineName, Scalar, Tensor } from '../engine';
import { EngineError } from '../engine-error';
import { TfjsTensor, valueOf } from './tfjs-tensor';

const BYTES_PER_FLOAT = 4;

/** The tensors that the engine has given out, and those that it keeps for itself, with their bytes. */
export class TfjsTensors {
  private readonly alive = new Set<tf.Tensor>();
  private handles = 0;
  private bytes = 0;
  private peakBytes = 0;

  constructor(
    readonly name: EngineName,
    readonly description: string,
  ) {}

  upload(values: Float32Array, shape: readonly number[]): Tensor {
    return this.own(tf.tensor(values.slice(), [...shape], 'float32'));
  }

  async read(tensor: Tensor): Promise<Float32Array> {
    return (await valueOf(tensor).data<'float32'>()).slice();
  }

  async readScalars(scalars: readonly Scalar[]): Promise<number[]> {
    if (scalars.length === 0) return [];
    const packed = tf.concat1d(scalars.map((scalar) => valueOf(scalar) as tf.Tensor1D));
    const values = await packed.data();
    packed.dispose();
    return Array.from(values);
  }

  dispose(...tensors: readonly Tensor[]): void {
    for (const tensor of tensors) {
      const value = valueOf(tensor);
      if (!this.alive.has(value)) throw new EngineError('wrong-result', 'A tensor was disposed twice.');
      this.forget(value);
      this.handles -= 1;
    }
  }

  memory(): EngineMemory {
    return { bytes: this.bytes, peakBytes: this.peakBytes, tensors: this.handles };
  }

  resetPeak(): void {
    this.peakBytes = this.bytes;
  }

  destroy(): void {
    for (const value of [...this.alive]) this.forget(value);
    this.handles = 0;
  }

  protected own(value: tf.Tensor): Tensor {
    this.handles += 1;
    return new TfjsTensor(this.track(value));
  }

  protected compute(operation: () => tf.Tensor): Tensor {
    return this.own(tf.tidy(operation));
  }

  protected replace(target: Tensor, operation: () => tf.Tensor): void {
    const handle = target as TfjsTensor;
    const next = this.track(tf.tidy(operation));
    this.forget(handle.value);
    handle.value = next;
  }

  protected track<T extends tf.Tensor>(value: T): T {
    tf.keep(value);
    this.alive.add(value);
    this.bytes += value.size * BYTES_PER_FLOAT;
    this.peakBytes = Math.max(this.peakBytes, this.bytes);
    return value;
  }

  protected forget(value: tf.Tensor): void {
    this.alive.delete(value);
    this.bytes -= value.size * BYTES_PER_FLOAT;
    value.dispose();
  }
}
