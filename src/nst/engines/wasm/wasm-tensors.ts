import type { EngineMemory, Scalar, Tensor, TensorOperations } from '../engine';
import { EngineError } from '../engine-error';
import type { Heap } from './heap';
import type { Kernels, RangedKernel } from './kernels';
import { alive, lengthOf, WasmTensor } from './tensor';
import type { ThreadTeam } from './thread-team';

/** Floats that one portion of an elementwise operation or a reduction works on; a multiple of four. */
export const CHUNK = 16384;

/** What the engine runs on. */
export interface WasmDevice {
  heap: Heap;
  kernels: Kernels;
  team: ThreadTeam;
}

/** The life of tensors: made, read, freed. */
export class WasmTensors implements TensorOperations {
  private count = 0;
  private destroyed = false;

  constructor(readonly device: WasmDevice) {}

  upload(values: Float32Array, shape: readonly number[]): Tensor {
    const tensor = this.create(shape);
    if (values.length !== tensor.length) {
      this.dispose(tensor);
      throw new EngineError('wrong-result', `${values.length} values don't fill a tensor of shape [${shape.join(', ')}].`);
    }
    this.valuesOf(tensor).set(values);
    return tensor;
  }

  async read(tensor: Tensor): Promise<Float32Array> {
    return new Float32Array(this.valuesOf(tensor));
  }

  async readScalars(scalars: readonly Scalar[]): Promise<number[]> {
    return scalars.map((scalar) => this.numberOf(scalar));
  }

  dispose(...tensors: readonly Tensor[]): void {
    if (this.destroyed) return;
    for (const tensor of tensors) {
      const held = tensor as WasmTensor;
      if (!held.alive) throw new EngineError('wrong-result', 'A tensor was disposed twice.');
      this.device.heap.allocator.free(held.address);
      held.alive = false;
      this.count -= 1;
    }
  }

  memory(): EngineMemory {
    const { allocator, memory, limitBytes } = this.device.heap;
    const { bytes, peakBytes } = allocator;
    return { bytes, peakBytes, reservedBytes: memory.buffer.byteLength, limitBytes, tensors: this.count };
  }

  resetPeak(): void {
    this.device.heap.allocator.resetPeak();
  }

  destroy(): void {
    this.destroyed = true;
    this.count = 0;
    this.device.team.dismiss();
  }

  zeros(shape: readonly number[]): Tensor {
    const tensor = this.create(shape);
    this.valuesOf(tensor).fill(0);
    return tensor;
  }

  copy(tensor: Tensor): Tensor {
    const source = alive(tensor);
    const target = this.create(source.shape);
    const { floats } = this.device.heap;
    floats.copyWithin(target.address / 4, source.address / 4, source.address / 4 + source.length);
    return target;
  }

  /** A tensor whose values are whatever the memory held. */
  create(shape: readonly number[]): WasmTensor {
    const length = lengthOf(shape);
    const tensor = new WasmTensor([...shape], this.device.heap.allocator.allocate(length * 4), length);
    this.count += 1;
    return tensor;
  }

  valuesOf(tensor: Tensor): Float32Array {
    const { address, length } = alive(tensor);
    return this.device.heap.floatsAt(address, length);
  }

  numberOf(factor: number | Scalar): number {
    return typeof factor === 'number' ? factor : this.device.heap.floats[alive(factor).address / 4];
  }

  scalar(value: number): Scalar {
    const tensor = this.create([1]);
    this.device.heap.floats[tensor.address / 4] = value;
    return tensor;
  }

  elementwise(kernel: RangedKernel, tensor: Tensor, values: readonly number[]): void {
    this.device.team.run(kernel, values, alive(tensor).length, CHUNK);
  }

  /** Runs a kernel that leaves `perItem` float64 for each item, after whose address come the items; adds them in order. */
  sumOfPartials(kernel: RangedKernel, values: readonly number[], items: number, grain = 1): number {
    const { heap, team } = this.device;
    return heap.borrow(items * 8, (partials) => {
      team.run(kernel, [...values, partials], items, grain);
      return heap.doublesAt(partials, items).reduce((sum, value) => sum + value, 0);
    });
  }
}
