/** Runs in a worker of the bench's page. */
import type { PreviewEngine, PreviewNetwork, Run } from './networks';
import { openOnnx } from './onnx-in-worker';
import { openOurs } from './ours-in-worker';

export type BenchRequest = { type: 'open'; engine: PreviewEngine } | { type: 'run'; network: PreviewNetwork; size: number };
export type BenchAnswer = { ok: true; value: string | number | null } | { ok: false; message: string };

let opened: { description: string; run: Run } | null = null;

self.onmessage = async ({ data }: MessageEvent<BenchRequest>) => {
  self.postMessage(await answer(data));
};

async function answer(request: BenchRequest): Promise<BenchAnswer> {
  try {
    if (request.type === 'run') return { ok: true, value: await opened!.run(request.network, request.size) };
    opened = request.engine.startsWith('onnx-web') ? await openOnnx(Number(request.engine.slice(-1))) : await openOurs(request.engine);
    return { ok: true, value: opened.description };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}
