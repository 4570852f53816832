/** Dispatches whose times are kept between two readings; the most that a query set may hold, halved. */
const MOST_DISPATCHES = 2048;
// GPUBufferUsage's and GPUMapMode's numbers by the specification: Node has no such globals.
const [MAP_READ, COPY_SOURCE, COPY_TARGET, QUERY_RESOLVE] = [0x1, 0x4, 0x8, 0x200];
const MAP_MODE_READ = 1;

/** How long each kernel takes on the device, by timestamps of its own. */
export class KernelTimes {
  private readonly queries: GPUQuerySet;
  private names: string[] = [];

  constructor(private readonly device: GPUDevice) {
    this.queries = device.createQuerySet({ type: 'timestamp', count: 2 * MOST_DISPATCHES });
  }

  /** Where the next pass, which runs one kernel, writes when it began and ended; nothing once there is no room. */
  next(name: string): GPUComputePassDescriptor {
    const index = this.names.length;
    if (index === MOST_DISPATCHES) return {};
    this.names.push(name);
    return { timestampWrites: { querySet: this.queries, beginningOfPassWriteIndex: 2 * index, endOfPassWriteIndex: 2 * index + 1 } };
  }

  /** Seconds and runs of every kernel since the last reading. */
  async read(): Promise<Map<string, { seconds: number; runs: number }>> {
    const names = this.names;
    this.names = [];
    const size = Math.max(1, names.length) * 16;
    const resolved = this.device.createBuffer({ size, usage: QUERY_RESOLVE | COPY_SOURCE });
    const staging = this.device.createBuffer({ size, usage: MAP_READ | COPY_TARGET });
    const encoder = this.device.createCommandEncoder();
    encoder.resolveQuerySet(this.queries, 0, names.length * 2, resolved, 0);
    encoder.copyBufferToBuffer(resolved, 0, staging, 0, size);
    this.device.queue.submit([encoder.finish()]);
    await staging.mapAsync(MAP_MODE_READ);
    const nanoseconds = new BigUint64Array(staging.getMappedRange().slice(0));
    resolved.destroy();
    staging.destroy();
    return summed(names, nanoseconds);
  }
}

function summed(names: readonly string[], nanoseconds: BigUint64Array): Map<string, { seconds: number; runs: number }> {
  const times = new Map<string, { seconds: number; runs: number }>();
  names.forEach((name, i) => {
    const known = times.get(name) ?? { seconds: 0, runs: 0 };
    times.set(name, { seconds: known.seconds + Number(nanoseconds[2 * i + 1] - nanoseconds[2 * i]) / 1e9, runs: known.runs + 1 });
  });
  return times;
}
