import { EngineError } from '../engine-error';
import { WebgpuDevice } from './device';
import { KernelTimes } from './kernel-times';
import { webgpuEngineOn, type WebgpuEngine } from './webgpu-engine';

export interface WebgpuEngineOptions {
  /** Where adapters come from; by default the browser. Node brings none of its own. */
  gpu?: GPU;
  /** Bytes of the largest buffer; for tests. Otherwise as many as the adapter allows. */
  largestBuffer?: number;
  /** Bytes of Winograd's transforms that exist at a time: larger maps are worked on in portions of their tiles. */
  portionBytes?: number;
  /** Times every kernel where the device can; costs some of the speed. */
  timesKernels?: boolean;
}

/** What a portion was measured with. */
const PORTION_BYTES = 2 ** 28;

/** The limits of which more is better, beyond what every device keeps. */
const WANTED_LIMITS = ['maxStorageBufferBindingSize', 'maxBufferSize'] as const;

/**
 * Our own kernels on the graphics device, by WebGPU: Winograd's minimal filtering with products in workgroup memory, and
 * everything else of an evaluation too, so that nothing is read back but the losses. Works in a worker and in Node.
 * Rejects with EngineError('unsupported') where there is no adapter. Reads reject, and operations after them throw, with
 * EngineError('context-lost') once the device is gone, ('out-of-memory') or ('wrong-result') once it refused a step.
 */
export async function createWebgpuEngine({
  gpu = gpuOfBrowser(),
  largestBuffer = Infinity,
  portionBytes = PORTION_BYTES,
  timesKernels = false,
}: WebgpuEngineOptions = {}): Promise<WebgpuEngine> {
  const adapter = await gpu?.requestAdapter({ powerPreference: 'high-performance' }).catch(() => null);
  if (!adapter) throw new EngineError('unsupported', 'There is no WebGPU on this graphics device; choose another engine.');
  const requiredLimits = Object.fromEntries(WANTED_LIMITS.map((limit) => [limit, adapter.limits[limit]]));
  const timed = timesKernels && adapter.features.has('timestamp-query');
  const requiredFeatures: GPUFeatureName[] = timed ? ['timestamp-query'] : [];
  const device = await adapter.requestDevice({ requiredLimits, requiredFeatures }).catch((cause: unknown) => {
    throw new EngineError('unsupported', 'The graphics device could not be opened; choose another engine.', { cause });
  });
  const times = timed ? new KernelTimes(device) : null;
  return webgpuEngineOn(new WebgpuDevice(device, largestBuffer, times), portionBytes, `WebGPU, ${nameOf(adapter.info)}`);
}

function gpuOfBrowser(): GPU | undefined {
  return typeof navigator === 'undefined' ? undefined : navigator.gpu;
}

function nameOf({ description, vendor, architecture }: GPUAdapterInfo): string {
  return description || [vendor, architecture].filter(Boolean).join(' ') || 'unnamed adapter';
}
