import type { Engine } from '../../../src/nst/engines/engine';
import { EngineError } from '../../../src/nst/engines/engine-error';
import { checkEngine } from '../../../src/nst/engines/probe-engine';
import { createTfjsEngine } from '../../../src/nst/engines/tfjs';
import { createWebgpuEngine } from '../../../src/nst/engines/webgpu';
import { runCase } from '../../engine-conformance/case';
import { CONVOLUTION_CASES } from '../../engine-conformance/convolutions';
import { OPERATION_CASES } from '../../engine-conformance/operations';
import { POSITION_CASES } from '../../engine-conformance/position-operations';
import { compareNetworks, type NetworkComparison } from '../webgl-engine/compare-networks';
import { loseDevice, type LossAnswer } from './lose-device';

/** What the test asks of the engine in a worker of the browser. */
export interface EngineRequest {
  work: 'conformance' | 'probe' | 'probe-tfjs' | 'networks' | 'lose-device' | 'small-device';
  sizes?: [height: number, width: number][];
}

export interface EngineAnswer {
  description: string;
  /** Names of cases with what went wrong. */
  failures: string[];
  cases: number;
  comparisons: NetworkComparison[];
  loss: LossAnswer | null;
}

self.onmessage = async ({ data }: MessageEvent<EngineRequest>) => {
  self.postMessage(await answer(data));
};

async function answer({ work, sizes = [] }: EngineRequest): Promise<EngineAnswer> {
  const result: EngineAnswer = { description: '', failures: [], cases: 0, comparisons: [], loss: null };
  if (work === 'lose-device') return { ...result, loss: await loseDevice() };
  if (work === 'small-device') return { ...result, failures: [await refusalOfLargeTensor()] };
  const engine = work === 'probe-tfjs' ? await createTfjsEngine({ backend: 'webgpu' }) : await createWebgpuEngine();
  result.description = engine.description;
  if (work === 'conformance') await runCases(engine, result);
  if (work === 'probe' || work === 'probe-tfjs') await checkEngine(engine).catch((error: Error) => result.failures.push(error.message));
  if (work === 'networks') result.comparisons = await compareNetworks(engine, sizes);
  engine.destroy();
  return result;
}

async function runCases(engine: Engine, result: EngineAnswer): Promise<void> {
  for (const one of [...OPERATION_CASES, ...POSITION_CASES, ...CONVOLUTION_CASES]) {
    result.cases += 1;
    await runCase(engine, one).catch((error: Error) => result.failures.push(`${one.name}: ${error.message}`));
  }
}

/** The code of the error where a tensor is larger than the largest buffer. */
async function refusalOfLargeTensor(): Promise<string> {
  const engine = await createWebgpuEngine({ largestBuffer: 2 ** 16 });
  try {
    engine.zeros([128, 128, 4]);
    return 'no error';
  } catch (error) {
    return error instanceof EngineError ? error.code : String(error);
  } finally {
    engine.destroy();
  }
}
