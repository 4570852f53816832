import { checkEngine } from '../../../src/nst/engines/probe-engine';
import { createTfjsEngine } from '../../../src/nst/engines/tfjs';
import { createWebgpuEngine } from '../../../src/nst/engines/webgpu';
import { codeOf, type LossAnswer } from '../../engine-conformance/loss';
import { ALL_CASES, failuresOf } from '../../engine-conformance/run-all';
import { compareNetworks, type NetworkComparison } from '../webgl-engine/compare-networks';
import { loseDevice } from './lose-device';

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
  if (work === 'conformance') Object.assign(result, { cases: ALL_CASES.length, failures: await failuresOf(engine, ALL_CASES) });
  if (work === 'probe' || work === 'probe-tfjs') await checkEngine(engine).catch((error: Error) => result.failures.push(error.message));
  if (work === 'networks') result.comparisons = await compareNetworks(engine, sizes);
  engine.destroy();
  return result;
}

/** The code of the error where a tensor is larger than the largest buffer. */
async function refusalOfLargeTensor(): Promise<string> {
  const engine = await createWebgpuEngine({ largestBuffer: 2 ** 16 });
  const code = await codeOf(() => engine.zeros([128, 128, 4]));
  engine.destroy();
  return code;
}
