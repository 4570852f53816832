import type { Engine } from '../../src/nst/engines/engine';
import { EngineError } from '../../src/nst/engines/engine-error';

/** Codes of the errors that are seen when a graphics device goes away. */
export interface LossAnswer {
  waitingRead: string;
  laterOperation: string;
  laterUpload: string;
  laterRead: string;
}

/** Takes the device away while a read waits, as a browser does when the driver crashes; `lose` resolves once it is gone. */
export async function answerToLoss(engine: Engine, lose: () => Promise<unknown>): Promise<LossAnswer> {
  const tensor = engine.upload(new Float32Array(64 * 64 * 4).fill(1), [64, 64, 4]);
  const product = engine.multiply(tensor, tensor);
  const waiting = codeOf(() => engine.read(product));
  const gone = lose();
  const waitingRead = await waiting;
  await gone;
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

/** The code of the error with which something fails. */
export async function codeOf(work: () => unknown): Promise<string> {
  try {
    await work();
    return 'no error';
  } catch (error) {
    return error instanceof EngineError ? error.code : String(error);
  }
}
