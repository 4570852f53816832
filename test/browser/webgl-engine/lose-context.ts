import { EngineError } from '../../../src/nst/engines/engine-error';
import { createWebglEngine } from '../../../src/nst/engines/webgl';

/** Codes of the errors that were seen. */
export interface LossAnswer {
  waitingRead: string;
  laterOperation: string;
  laterUpload: string;
  laterRead: string;
}

/** Takes the context away while a read waits, as a browser does when the driver crashes. */
export async function loseContext(): Promise<LossAnswer> {
  const canvas = new OffscreenCanvas(1, 1);
  const engine = await createWebglEngine({ canvas });
  const tensor = engine.upload(new Float32Array(64 * 64 * 4).fill(1), [64, 64, 4]);
  const product = engine.multiply(tensor, tensor);
  const waiting = engine.read(product);
  canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!.loseContext();
  const answer = {
    waitingRead: await codeOf(() => waiting),
    laterOperation: await codeOf(() => engine.multiply(tensor, tensor)),
    laterUpload: await codeOf(() => engine.upload(new Float32Array(4), [1, 1, 4])),
    laterRead: await codeOf(() => engine.read(product)),
  };
  engine.dispose(tensor, product);
  engine.destroy();
  engine.destroy();
  return answer;
}

async function codeOf(work: () => unknown): Promise<string> {
  try {
    await work();
    return 'no error';
  } catch (error) {
    return error instanceof EngineError ? error.code : String(error);
  }
}
