import { assembleEngine } from '../assemble-engine';
import type { Engine } from '../engine';
import type { WebgpuDevice } from './device';
import { WebgpuLossOperations } from './webgpu-loss-operations';
import { WebgpuNetworkOperations } from './webgpu-network-operations';
import { WebgpuPositionOperations } from './webgpu-position-operations';
import { WebgpuTensors } from './webgpu-tensors';
import { WebgpuVectorOperations } from './webgpu-vector-operations';

export interface WebgpuEngine extends Engine {
  /** Kernels that were started so far. */
  dispatched(): number;
  /** Seconds and runs of every kernel since it was last asked; null where they aren't timed. */
  kernelTimes(): Promise<Map<string, { seconds: number; runs: number }> | null>;
}

/**
 * All operations of the engine, on a graphics device.
 *
 * @param portionBytes of Winograd's transforms that exist at a time
 */
export function webgpuEngineOn(device: WebgpuDevice, portionBytes: number, description: string): WebgpuEngine {
  const tensors = new WebgpuTensors(device);
  const engine = assembleEngine(
    { name: 'webgpu', description },
    {
      tensors,
      vectors: new WebgpuVectorOperations(tensors),
      losses: new WebgpuLossOperations(tensors),
      network: new WebgpuNetworkOperations(tensors, portionBytes),
      positions: new WebgpuPositionOperations(tensors),
    },
  );
  return {
    ...engine,
    dispatched: () => device.dispatched,
    kernelTimes: async () => device.kernelTimes?.read() ?? null,
  };
}
