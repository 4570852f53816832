import type { Engine } from '../../../src/nst/engines/engine';
import { answerOf, checkEngine } from '../../../src/nst/engines/probe-engine';
import { createWebglEngine, type WebglEngineOptions } from '../../../src/nst/engines/webgl';
import { codeOf, type LossAnswer } from '../../engine-conformance/loss';
import { ALL_CASES, failuresOf } from '../../engine-conformance/run-all';
import { compareNetworks, type NetworkComparison } from './compare-networks';
import { loseContext } from './lose-context';

/** What the test asks of the engine in a worker of the browser. */
export interface EngineRequest {
  work: 'conformance' | 'probe' | 'networks' | 'lose-context' | 'lacking-devices';
  limits?: WebglEngineOptions['limits'];
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

async function answer({ work, limits, sizes }: EngineRequest): Promise<EngineAnswer> {
  const result: EngineAnswer = { description: '', failures: [], cases: 0, comparisons: [], loss: null };
  if (work === 'lacking-devices')
    return { ...result, failures: [await refusal(withoutFloatTextures()), await refusal({ limits: { maxTextureSize: 2048 } })] };
  if (work === 'lose-context') return { ...result, loss: await loseContext() };
  const engine = await createWebglEngine({ limits });
  result.description = engine.description;
  if (work === 'conformance') Object.assign(result, { cases: ALL_CASES.length, failures: await failuresOf(engine, ALL_CASES) });
  if (work === 'probe') await probe(engine, result);
  if (work === 'networks') result.comparisons = await compareNetworks(engine, sizes ?? []);
  engine.destroy();
  return result;
}

async function probe(engine: Engine, result: EngineAnswer): Promise<void> {
  await checkEngine(engine).catch((error: Error) => result.failures.push(error.message));
  const { tensors, bytes } = engine.memory();
  await answerOf(engine);
  result.cases = 1;
  if (engine.memory().tensors !== tensors || engine.memory().bytes !== bytes) result.failures.push('left tensors or bytes behind');
}

function withoutFloatTextures(): WebglEngineOptions {
  const canvas = new OffscreenCanvas(1, 1);
  canvas.getContext('webgl2')!.getExtension = (): null => null;
  return { canvas };
}

/** The code of the error with which an engine does not start. */
function refusal(options: WebglEngineOptions): Promise<string> {
  return codeOf(() => createWebglEngine(options));
}
