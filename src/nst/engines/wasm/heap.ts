import { EngineError } from '../engine-error';
import { Allocator } from './allocator';

const PAGE = 65536;
/** Growing costs a call into the browser and, for unshared memory, new views: not for every tensor. */
const GROWTH_STEP = 16 << 20;
/** What kernels keep for themselves at the start of the memory. */
const RESERVED_BYTES = 2 * PAGE;

export interface HeapOptions {
  shared: boolean;
  /** The most bytes the memory may ever have. */
  limitBytes: number;
}

/** The linear memory that tensors, weights and work space live in. */
export class Heap {
  readonly memory: WebAssembly.Memory;
  readonly allocator: Allocator;
  readonly limitBytes: number;
  private view: Float32Array;

  constructor({ shared, limitBytes }: HeapOptions) {
    this.limitBytes = Math.floor(limitBytes / PAGE) * PAGE;
    this.memory = createMemory(shared, this.limitBytes / PAGE);
    this.view = new Float32Array(this.memory.buffer);
    this.allocator = new Allocator(RESERVED_BYTES, (bytes) => this.growTo(bytes));
  }

  /** The whole memory; look at it anew after anything that may allocate. */
  get floats(): Float32Array {
    if (this.view.buffer !== this.memory.buffer) this.view = new Float32Array(this.memory.buffer);
    return this.view;
  }

  floatsAt(address: number, length: number): Float32Array {
    return this.floats.subarray(address / 4, address / 4 + length);
  }

  doublesAt(address: number, length: number): Float64Array {
    return new Float64Array(this.memory.buffer, address, length);
  }

  /** Runs `work` with bytes that are freed afterwards. */
  borrow<T>(bytes: number, work: (address: number) => T): T {
    const address = this.allocator.allocate(bytes);
    try {
      return work(address);
    } finally {
      this.allocator.free(address);
    }
  }

  private growTo(bytes: number): void {
    const missing = bytes - this.memory.buffer.byteLength;
    if (missing <= 0) return;
    if (bytes > this.limitBytes) throw outOfMemory(bytes, this.limitBytes);
    const wanted = Math.min(this.limitBytes - this.memory.buffer.byteLength, Math.max(missing, GROWTH_STEP));
    try {
      this.memory.grow(Math.ceil(wanted / PAGE));
    } catch (cause) {
      throw outOfMemory(bytes, this.limitBytes, cause);
    }
  }
}

function createMemory(shared: boolean, maximum: number): WebAssembly.Memory {
  try {
    return new WebAssembly.Memory({ initial: RESERVED_BYTES / PAGE, maximum, shared });
  } catch (cause) {
    throw new EngineError('out-of-memory', 'The browser refused memory for the WebAssembly engine; close other tabs and try again.', {
      cause,
    });
  }
}

function outOfMemory(bytes: number, limit: number, cause?: unknown): EngineError {
  const megabytes = (value: number): number => Math.ceil(value / 1e6);
  return new EngineError(
    'out-of-memory',
    `The WebAssembly engine needs ${megabytes(bytes)} MB and may use ${megabytes(limit)} MB; choose a smaller size or less memory per tile.`,
    { cause },
  );
}
