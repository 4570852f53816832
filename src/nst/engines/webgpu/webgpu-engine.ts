import type { Engine, EngineName } from '../engine';
import type { WebgpuDevice } from './device';
import { WebgpuPositionOperations } from './webgpu-position-operations';

/** All operations of the engine, on a graphics device. */
export class WebgpuEngine extends WebgpuPositionOperations implements Engine {
  readonly name: EngineName = 'webgpu';

  constructor(
    device: WebgpuDevice,
    portionBytes: number,
    readonly description: string,
  ) {
    super(device, portionBytes);
  }

  /** Kernels that were started so far. */
  get dispatched(): number {
    return this.device.dispatched;
  }

  /** Seconds and runs of every kernel since it was last asked; null where they aren't timed. */
  async kernelTimes(): Promise<Map<string, { seconds: number; runs: number }> | null> {
    return this.device.kernelTimes?.read() ?? null;
  }
}
