import * as tf from '@tensorflow/tfjs';
import { getThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import '@tensorflow/tfjs-backend-webgl';
import { createEngine, type EngineAssets } from '../../src/nst/engines/create-engine';
import type { Engine, EngineName } from '../../src/nst/engines/engine';
import { createWasmEngine } from '../../src/nst/engines/wasm';
import { loadModel } from '../../src/nst/model/load-model';
import type { Model } from '../../src/nst/model/model';
import { EngineEvaluation } from './engine-evaluation';
import type { BenchEngine, Evaluation } from './engines';
import { NaiveEvaluation } from './naive-evaluation';
import { LAST_LAYER } from './objective';

export type BenchRequest =
  { type: 'open'; engine: BenchEngine } | { type: 'prepare'; size: number } | { type: 'evaluate' } | { type: 'peakBytes' };

export type BenchAnswer = { ok: true; value: unknown } | { ok: false; message: string };

export interface Opened {
  description: string;
  threads: number | null;
}

interface Runner extends Opened {
  prepare(size: number): Promise<void>;
  evaluate(): Promise<Evaluation>;
  peakBytes(): number;
}

/** The same files, under the same paths, as in the extension. */
const assets: EngineAssets = {
  fetchAsset,
  assetUrl: (path) => new URL(`/${path}`, self.location.origin).href,
  createThread: () => new Worker('/engines/wasm/thread.js'),
};

let runner: Runner | null = null;

self.onmessage = async ({ data }: MessageEvent<BenchRequest>) => {
  self.postMessage(await answer(data));
};

async function answer(request: BenchRequest): Promise<BenchAnswer> {
  try {
    return { ok: true, value: await act(request) };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

async function act(request: BenchRequest): Promise<unknown> {
  if (request.type === 'open') {
    runner = await open(request.engine);
    return { description: runner.description, threads: runner.threads } satisfies Opened;
  }
  if (!runner) throw new Error('The engine must be opened first.');
  if (request.type === 'prepare') return runner.prepare(request.size);
  return request.type === 'evaluate' ? runner.evaluate() : runner.peakBytes();
}

async function open(engine: BenchEngine): Promise<Runner> {
  const model = await loadModel(fetchAsset, 'models/vgg16', undefined, { lastLayer: LAST_LAYER });
  switch (engine) {
    case 'naive-tfjs-wasm':
      return naiveRunner('wasm', model);
    case 'naive-tfjs-webgl':
      return naiveRunner('webgl', model);
    case 'wasm-1':
      return engineRunner(await wasmEngine(1), model, 1);
    case 'wasm-2':
      return engineRunner(await wasmEngine(2), model, 2);
    default:
      return engineRunner(await createEngine(engine as EngineName, assets), model, engine === 'tfjs-wasm' ? 1 : null);
  }
}

function wasmEngine(threads: number): Promise<Engine> {
  return createWasmEngine({
    loadKernels: (fileName) => fetchAsset(`engines/wasm/${fileName}`),
    createThread: assets.createThread,
    threads,
  });
}

function engineRunner(engine: Engine, model: Model, threads: number | null): Runner {
  let evaluation: EngineEvaluation | null = null;
  return {
    description: engine.description,
    threads,
    async prepare(size) {
      evaluation?.dispose();
      evaluation = await EngineEvaluation.create(engine, model, size);
      engine.resetPeak();
    },
    evaluate: () => evaluation!.evaluate(),
    peakBytes: () => engine.memory().reservedBytes ?? engine.memory().peakBytes,
  };
}

/** With all settings as they come. */
async function naiveRunner(backend: 'wasm' | 'webgl', model: Model): Promise<Runner> {
  if (backend === 'wasm') setWasmPaths(assets.assetUrl('engines/tfjs/'));
  if (!(await tf.setBackend(backend).catch(() => false))) throw new Error(`TensorFlow.js can't start its ${backend} backend.`);
  await tf.ready();
  let evaluation: NaiveEvaluation | null = null;
  return {
    description: `TensorFlow.js ${tf.version_core}, ${backend}, plain autodiff`,
    threads: backend === 'wasm' ? getThreadsCount() : null,
    async prepare(size) {
      evaluation?.dispose();
      evaluation = new NaiveEvaluation(model, size);
    },
    evaluate: async () => evaluation!.evaluate(),
    peakBytes: () => evaluation!.peakBytes,
  };
}

async function fetchAsset(path: string): Promise<ArrayBuffer> {
  const response = await fetch(`/${path}`);
  if (!response.ok) throw new Error(`The file ${path} is missing.`);
  return response.arrayBuffer();
}
