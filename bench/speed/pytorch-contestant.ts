import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { loadModel } from '../../src/nst/model/load-model';
import type { Model } from '../../src/nst/model/model';
import { MOST_THREADS, Unavailable, type Contestant, type Evaluation } from './engines';
import { benchPictures, CONTENT_LAYER, CONTENT_WEIGHT, LAST_LAYER, STYLE_LAYERS, STYLE_WEIGHT } from './objective';

const SCRIPT = path.resolve('bench/speed/pytorch_evaluation.py');

/** PyTorch on the CPU, in a process of its own. Throws Unavailable where python3 or torch is missing. */
export async function openPytorch(): Promise<Contestant> {
  if (spawnSync('python3', ['-c', 'import torch']).status !== 0) {
    throw new Unavailable('python3 with torch is not installed; `pip install torch` adds it.');
  }
  const directory = await mkdtemp(path.join(tmpdir(), 'brushover-bench-'));
  const weights = path.join(directory, 'weights.f32');
  const model = await loadModel(readFromDisk, 'models/vgg16', undefined, { lastLayer: LAST_LAYER });
  await writeFile(weights, bytesOf(model.layers.flatMap(({ kernel, bias }) => [kernel, bias])));
  const child = spawn('python3', [SCRIPT], { stdio: ['pipe', 'pipe', 'inherit'] }) as unknown as ChildProcessWithoutNullStreams;
  const ask = conversationWith(child);
  const { version } = await ask<{ version: string }>({ type: 'open', weights, threads: MOST_THREADS, ...describe(model) });
  return {
    engine: 'pytorch-2',
    description: `PyTorch ${version}, CPU, ${MOST_THREADS} threads`,
    threads: MOST_THREADS,
    async prepare(size) {
      const pictures = path.join(directory, 'pictures.f32');
      const { content, style, generated } = benchPictures(size);
      await writeFile(pictures, bytesOf([content, style, generated]));
      await ask({ type: 'prepare', size, pictures });
    },
    evaluate: () => ask<Evaluation>({ type: 'evaluate' }),
    peakBytes: () => ask<number>({ type: 'peakBytes' }),
    async close() {
      child.stdin.end();
      await new Promise((ended) => child.once('close', ended));
      await rm(directory, { recursive: true });
    },
  };
}

function describe(model: Model): object {
  return {
    layers: model.layers.map(({ name, poolBefore, inputChannels, outputChannels }) => ({
      name,
      poolBefore,
      inputs: inputChannels,
      outputs: outputChannels,
    })),
    channel_offsets: model.channelOffsets,
    objective: { contentLayer: CONTENT_LAYER, contentWeight: CONTENT_WEIGHT, styleLayers: STYLE_LAYERS, styleWeight: STYLE_WEIGHT },
  };
}

/** Each request is a line, and so is its answer. */
function conversationWith(child: ChildProcessWithoutNullStreams): <T>(request: object) => Promise<T> {
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return async <T>(request: object) => {
    child.stdin.write(`${JSON.stringify(request)}\n`);
    const line = await lines.next();
    if (line.done) throw new Error('PyTorch stopped; its message is above.');
    return JSON.parse(line.value) as T;
  };
}

async function readFromDisk(file: string): Promise<ArrayBuffer> {
  return Uint8Array.from(await readFile(path.resolve(file))).buffer;
}

function bytesOf(arrays: readonly Float32Array[]): Buffer {
  return Buffer.concat(arrays.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)));
}
