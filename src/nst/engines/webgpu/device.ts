import { EngineError } from '../engine-error';
import { Buffers, type StorageBuffer } from './buffers';
import { sourceOf, type Kernel } from './kernel';
import type { KernelTimes } from './kernel-times';

/** Work that was encoded before it is submitted: enough that submitting costs nothing, so little that the device begins early. */
const DISPATCHES_A_SUBMISSION = 64;
/** Size of the buffers that results are read through and that are kept. */
const KEPT_STAGING_BYTES = 65536;
/** A kernel's parameters; the least alignment of uniform bindings that every device allows. */
const PARAMETER_BYTES = 256;
// GPUBufferUsage's and GPUMapMode's numbers by the specification: Node has no such globals.
const [MAP_READ, COPY_TARGET, UNIFORM] = [0x1, 0x8, 0x40];
const MAP_MODE_READ = 1;

export interface Dispatch {
  kernel: Kernel;
  /** In the order of the kernel's own. */
  parameters: readonly number[];
  buffers: readonly StorageBuffer[];
  /** Workgroups. */
  groups: readonly [x: number, y?: number, z?: number];
}

/** A GPU device: encodes work in order, submits it in portions, reads results. */
export class WebgpuDevice {
  readonly buffers: Buffers;
  private readonly pipelines = new Map<string, GPUComputePipeline>();
  private readonly parameterBuffer: GPUBuffer;
  private readonly parameters = new DataView(new ArrayBuffer(DISPATCHES_A_SUBMISSION * PARAMETER_BYTES));
  private readonly staging: GPUBuffer[] = [];
  /** Dispatches so far. */
  dispatched = 0;
  private dispatches = 0;
  private encoder: GPUCommandEncoder | null = null;
  private pass: GPUComputePassEncoder | null = null;
  private failure: EngineError | null = null;
  private destroyed = false;

  constructor(
    private readonly device: GPUDevice,
    largestBuffer: number,
    /** Where it is wanted and the device can tell. */
    readonly kernelTimes: KernelTimes | null = null,
  ) {
    const { maxStorageBufferBindingSize, maxBufferSize } = device.limits;
    this.buffers = new Buffers(device, Math.min(maxStorageBufferBindingSize, maxBufferSize, largestBuffer), () => this.submit());
    this.parameterBuffer = device.createBuffer({ size: this.parameters.byteLength, usage: UNIFORM | COPY_TARGET });
    device.addEventListener('uncapturederror', ({ error }) => this.fail(errorOf(error)));
    void device.lost.then(() => this.fail(lost()));
  }

  run({ kernel, parameters, buffers, groups }: Dispatch): void {
    this.assertAlive();
    const pipeline = this.pipelineOf(kernel);
    const offset = this.writeParameters(kernel, parameters);
    const entries = buffers.map(({ gpu, bytes }, i) => ({ binding: i + 1, resource: { buffer: gpu, size: bytes } }));
    const pass = this.openPass(kernel);
    pass.setPipeline(pipeline);
    pass.setBindGroup(
      0,
      this.device.createBindGroup({
        layout: pipeline.getBindGroupLayout(0),
        entries: [{ binding: 0, resource: { buffer: this.parameterBuffer, offset, size: PARAMETER_BYTES } }, ...entries],
      }),
    );
    pass.dispatchWorkgroups(...(groups as [number, number?, number?]));
    this.dispatches += 1;
    this.dispatched += 1;
    if (this.dispatches === DISPATCHES_A_SUBMISSION) this.submit();
  }

  write(buffer: StorageBuffer, values: Float32Array): void {
    this.assertAlive();
    // Writes come before work that isn't submitted yet, which may still read what this buffer held.
    this.submit();
    this.device.queue.writeBuffer(buffer.gpu, 0, values as Float32Array<ArrayBuffer>);
  }

  clear(buffer: StorageBuffer): void {
    this.openEncoder().clearBuffer(buffer.gpu, 0, buffer.bytes);
  }

  copy(source: StorageBuffer, target: StorageBuffer): void {
    this.openEncoder().copyBufferToBuffer(source.gpu, 0, target.gpu, 0, source.bytes);
  }

  /** The first `lengths[i]` values of each buffer, with one wait for all. */
  async read(buffers: readonly StorageBuffer[], lengths: readonly number[]): Promise<Float32Array[]> {
    this.assertAlive();
    const offsets = runningSums(lengths);
    const bytes = Math.max(4, offsets[lengths.length] * 4);
    const staging = this.takeStaging(bytes);
    const encoder = this.openEncoder();
    buffers.forEach(({ gpu }, i) => encoder.copyBufferToBuffer(gpu, 0, staging, offsets[i] * 4, lengths[i] * 4));
    this.submit();
    try {
      await staging.mapAsync(MAP_MODE_READ, 0, bytes);
    } catch (error) {
      throw this.failure ?? (this.destroyed ? lost() : unreadable(error));
    }
    const all = new Float32Array(staging.getMappedRange(0, bytes).slice(0));
    this.giveStaging(staging);
    if (this.failure) throw this.failure;
    return lengths.map((length, i) => all.slice(offsets[i], offsets[i] + length));
  }

  /** Drivers take milliseconds for memory that the processor can read: small buffers, of every evaluation's losses, are kept. */
  private takeStaging(bytes: number): GPUBuffer {
    const kept = bytes <= KEPT_STAGING_BYTES ? this.staging.pop() : undefined;
    return kept ?? this.device.createBuffer({ size: Math.max(bytes, KEPT_STAGING_BYTES), usage: MAP_READ | COPY_TARGET });
  }

  private giveStaging(staging: GPUBuffer): void {
    staging.unmap();
    if (staging.size === KEPT_STAGING_BYTES) this.staging.push(staging);
    else staging.destroy();
  }

  /** Starts what was encoded so far. */
  submit(): void {
    if (!this.encoder) return;
    this.pass?.end();
    this.device.queue.writeBuffer(this.parameterBuffer, 0, this.parameters.buffer, 0, this.dispatches * PARAMETER_BYTES);
    this.device.queue.submit([this.encoder.finish()]);
    [this.encoder, this.pass, this.dispatches] = [null, null, 0];
  }

  assertAlive(): void {
    if (this.failure) throw this.failure;
  }

  destroy(): void {
    this.destroyed = true;
    this.device.destroy();
  }

  private fail(error: EngineError): void {
    this.failure ??= error;
  }

  private openEncoder(): GPUCommandEncoder {
    this.pass?.end();
    this.pass = null;
    this.encoder ??= this.device.createCommandEncoder();
    return this.encoder;
  }

  private openPass({ name }: Kernel): GPUComputePassEncoder {
    if (this.kernelTimes) {
      this.pass = this.openEncoder().beginComputePass(this.kernelTimes.next(name));
      return this.pass;
    }
    this.encoder ??= this.device.createCommandEncoder();
    this.pass ??= this.encoder.beginComputePass();
    return this.pass;
  }

  private pipelineOf(kernel: Kernel): GPUComputePipeline {
    const known = this.pipelines.get(kernel.name);
    if (known) return known;
    const module = this.device.createShaderModule({ code: sourceOf(kernel), label: kernel.name });
    const pipeline = this.device.createComputePipeline({ layout: 'auto', compute: { module }, label: kernel.name });
    this.pipelines.set(kernel.name, pipeline);
    return pipeline;
  }

  private writeParameters(kernel: Kernel, values: readonly number[]): number {
    const offset = this.dispatches * PARAMETER_BYTES;
    kernel.parameters.forEach((parameter, i) => {
      const at = offset + 4 * i;
      if (parameter.endsWith('f32')) this.parameters.setFloat32(at, values[i], true);
      else this.parameters.setInt32(at, values[i], true);
    });
    return offset;
  }
}

function runningSums(lengths: readonly number[]): number[] {
  const sums = [0];
  for (const length of lengths) sums.push(sums[sums.length - 1] + length);
  return sums;
}

function errorOf(error: GPUError): EngineError {
  // By name: the constructors are not global in Node.
  if (error.constructor.name === 'GPUOutOfMemoryError') {
    return new EngineError('out-of-memory', 'The graphics device has too little memory for this; choose a smaller size.');
  }
  return new EngineError('wrong-result', 'The graphics device refused a step of the work; choose another engine.', { cause: error });
}

function lost(): EngineError {
  return new EngineError('context-lost', 'The browser took the graphics device away; start again.');
}

function unreadable(cause: unknown): EngineError {
  return new EngineError('context-lost', 'The graphics device could not give its result back; start again.', { cause });
}
