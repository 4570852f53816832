import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Engine } from '../../src/nst/engines/engine';
import { createWasmEngine } from '../../src/nst/engines/wasm';
import { loadModel } from '../../src/nst/model/load-model';
import type { Model } from '../../src/nst/model/model';
import { buildKernels } from '../../tools/build-kernels';
import { kernelCacheDirectory } from '../../tools/kernels/kernel-files';
import { createNodeThread } from './node-thread';

/** The WebAssembly engine on Node, with its kernels compiled if their sources changed. */
export async function openEngine(threads: number): Promise<Engine> {
  const directory = kernelCacheDirectory();
  await buildKernels(directory);
  return createWasmEngine({
    loadKernels: (fileName) => readBytes(path.join(directory, fileName)),
    createThread: createNodeThread,
    threads,
  });
}

export function openModel(lastLayer: string): Promise<Model> {
  return loadModel((file) => readBytes(path.resolve(file)), 'models/vgg16', undefined, { lastLayer });
}

async function readBytes(file: string): Promise<ArrayBuffer> {
  return Uint8Array.from(await readFile(file)).buffer;
}
