import { createWebglEngine } from '../../../src/nst/engines/webgl';
import { answerToLoss, type LossAnswer } from '../../engine-conformance/loss';

export async function loseContext(): Promise<LossAnswer> {
  const canvas = new OffscreenCanvas(1, 1);
  const engine = await createWebglEngine({ canvas });
  return answerToLoss(engine, async () => canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!.loseContext());
}
