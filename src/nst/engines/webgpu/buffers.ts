import { EngineError } from '../engine-error';

/** A piece of the device's memory that may be bound as storage. */
export interface StorageBuffer {
  readonly gpu: GPUBuffer;
  /** What was asked for, rounded up to whole vec4s. */
  readonly bytes: number;
}

// GPUBufferUsage's numbers by the specification: Node has no such global.
const [COPY_SOURCE, COPY_TARGET, STORAGE] = [0x4, 0x8, 0x80];

/** A free buffer may be used for something smaller, this many times. */
const MOST_WASTE = 1.5;
/** Free buffers are given back to the device once it has lent this many times what was ever needed at once, */
const MOST_RESERVE = 2;
/** and this many bytes more: size classes that are used in turn. */
const SPARE_BYTES = 2 ** 28;

/**
 * The device's memory: freed buffers are kept and used again, since a device takes long to make one. All work runs in the
 * order in which it was encoded, so that a buffer may be used again as soon as its last reader is encoded.
 */
export class Buffers {
  bytes = 0;
  peakBytes = 0;
  /** In the order in which they were freed. */
  private readonly free = new Set<GPUBuffer>();
  private heldBytes = 0;

  constructor(
    private readonly device: GPUDevice,
    /** Bytes of the largest buffer that may be bound. */
    readonly largest: number,
    /** Submits what was encoded: a buffer that is still named there must not be destroyed. */
    private readonly submit: () => void,
  ) {}

  /** What the device gave and has not got back. */
  get reservedBytes(): number {
    return this.heldBytes;
  }

  /** A buffer whose values are whatever the memory held. */
  take(length: number): StorageBuffer {
    const bytes = Math.max(16, Math.ceil(length / 4) * 16);
    if (bytes > this.largest) {
      throw new EngineError('out-of-memory', 'This picture is too large for the graphics device; choose a smaller size.');
    }
    const size = sizeClassOf(bytes, this.largest);
    this.bytes += bytes;
    this.peakBytes = Math.max(this.peakBytes, this.bytes);
    return { gpu: this.takeFree(size) ?? this.make(size), bytes };
  }

  release(...buffers: readonly StorageBuffer[]): void {
    for (const { gpu, bytes } of buffers) {
      this.bytes -= bytes;
      this.free.add(gpu);
    }
    const most = MOST_RESERVE * this.peakBytes + SPARE_BYTES;
    if (this.heldBytes > most) this.trim(most);
  }

  resetPeak(): void {
    this.peakBytes = this.bytes;
  }

  /** The smallest free buffer that fits without wasting more than half of what was asked for. */
  private takeFree(size: number): GPUBuffer | undefined {
    let best: GPUBuffer | undefined;
    for (const buffer of this.free) {
      if (buffer.size >= size && buffer.size <= MOST_WASTE * size && (!best || buffer.size < best.size)) best = buffer;
    }
    if (best) this.free.delete(best);
    return best;
  }

  private make(size: number): GPUBuffer {
    this.heldBytes += size;
    return this.device.createBuffer({ size, usage: STORAGE | COPY_SOURCE | COPY_TARGET });
  }

  /** Gives back what was freed longest ago until little enough is held. */
  private trim(most: number): void {
    this.submit();
    for (const buffer of this.free) {
      if (this.heldBytes <= most) return;
      this.free.delete(buffer);
      this.heldBytes -= buffer.size;
      buffer.destroy();
    }
  }
}

/** Eight sizes between two powers of two, so that tensors of nearly the same size share buffers. */
function sizeClassOf(bytes: number, limit: number): number {
  const step = Math.max(256, 2 ** (Math.ceil(Math.log2(bytes)) - 3));
  return Math.min(Math.ceil(bytes / step) * step, limit - (limit % 16));
}
