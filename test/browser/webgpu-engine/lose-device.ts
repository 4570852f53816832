import { createWebgpuEngine } from '../../../src/nst/engines/webgpu';
import { answerToLoss, type LossAnswer } from '../../engine-conformance/loss';

export async function loseDevice(): Promise<LossAnswer> {
  const { gpu, device } = rememberingGpu();
  const engine = await createWebgpuEngine({ gpu });
  return answerToLoss(engine, () => {
    device().destroy();
    return device().lost;
  });
}

/** The browser's own, with the device that it gave. */
function rememberingGpu(): { gpu: GPU; device: () => GPUDevice } {
  let given: GPUDevice | null = null;
  const gpu = {
    requestAdapter: async (options: GPURequestAdapterOptions) => {
      const adapter = (await navigator.gpu.requestAdapter(options))!;
      const requestDevice = async (wanted: GPUDeviceDescriptor): Promise<GPUDevice> => (given = await adapter.requestDevice(wanted));
      return { limits: adapter.limits, features: adapter.features, info: adapter.info, requestDevice };
    },
  } as unknown as GPU;
  return { gpu, device: () => given! };
}
