import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { loadModel } from '../../src/nst/model/load-model';
import type { Model } from '../../src/nst/model/model';
import { MOST_THREADS, Unavailable, type Contestant, type Evaluation } from './engines';
import { benchPictures, CONTENT_LAYER, CONTENT_WEIGHT, LAST_LAYER, STYLE_LAYERS, STYLE_WEIGHT } from './objective';

/** `BENCH_HOME` is set where the bench was packed for another machine. */
const SCRIPT = path.resolve(process.env.BENCH_HOME ?? '.', 'bench/speed/pytorch_evaluation.py');

/** PyTorch on the CPU, or on an NVIDIA card with full float32 or with the shorter TF32 of its matrix units. */
export type PytorchDevice = 'cpu' | 'cuda' | 'cuda-tf32';

/** PyTorch in a process of its own. Throws Unavailable where python3, torch or the card is missing. */
export async function openPytorch(on: PytorchDevice = 'cpu'): Promise<Omit<Contestant, 'engine'>> {
  const device = on === 'cpu' ? 'cpu' : 'cuda';
  const check = device === 'cpu' ? 'import torch' : 'import torch; assert torch.cuda.is_available()';
  if (spawnSync('python3', ['-c', check]).status !== 0) {
    throw new Unavailable(`python3 with torch ${device === 'cpu' ? '' : 'and a CUDA card '}is missing; \`pip install torch\` adds it.`);
  }
  const directory = await mkdtemp(path.join(tmpdir(), 'brushover-bench-'));
  const weights = path.join(directory, 'weights.f32');
  const model = await loadModel(readFromDisk, 'models/vgg16', undefined, { lastLayer: LAST_LAYER });
  await writeFile(weights, bytesOf(model.layers.flatMap(({ kernel, bias }) => [kernel, bias])));
  const child = spawn('python3', [SCRIPT], { stdio: ['pipe', 'pipe', 'inherit'] }) as unknown as ChildProcessWithoutNullStreams;
  const ask = conversationWith(child);
  const { version } = await ask<{ version: string }>({
    type: 'open',
    weights,
    threads: MOST_THREADS,
    device,
    tf32: on === 'cuda-tf32',
    ...describe(model),
  });
  return {
    description: `PyTorch ${version}, ${on === 'cpu' ? `CPU, ${MOST_THREADS} threads` : on}`,
    threads: on === 'cpu' ? MOST_THREADS : null,
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
