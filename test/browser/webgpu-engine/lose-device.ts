import { EngineError } from '../../../src/nst/engines/engine-error';
import { createWebgpuEngine } from '../../../src/nst/engines/webgpu';

/** Codes of the errors that were seen. */
export interface LossAnswer {
  waitingRead: string;
  laterOperation: string;
  laterUpload: string;
  laterRead: string;
}

/** Takes the device away while a read waits, as a browser does when the driver crashes. */
export async function loseDevice(): Promise<LossAnswer> {
  const { gpu, device } = rememberingGpu();
  const engine = await createWebgpuEngine({ gpu });
  const tensor = engine.upload(new Float32Array(64 * 64 * 4).fill(1), [64, 64, 4]);
  const product = engine.multiply(tensor, tensor);
  const waiting = engine.read(product);
  const { lost } = device();
  device().destroy();
  const waitingRead = await codeOf(() => waiting);
  await lost;
  const answer = {
    waitingRead,
    laterOperation: await codeOf(() => engine.multiply(tensor, tensor)),
    laterUpload: await codeOf(() => engine.upload(new Float32Array(4), [1, 1, 4])),
    laterRead: await codeOf(() => engine.read(product)),
  };
  engine.dispose(tensor, product);
  engine.destroy();
  engine.destroy();
  return answer;
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

async function codeOf(work: () => unknown): Promise<string> {
  try {
    await work();
    return 'no error';
  } catch (error) {
    return error instanceof EngineError ? error.code : String(error);
  }
}
