import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Engine } from '../../../src/nst/engines/engine';
import { createWasmEngine, type WasmEngineOptions } from '../../../src/nst/engines/wasm';
import { kernelCacheDirectory } from '../../../tools/kernels/kernel-files';

/** Compiles the kernels if their sources changed since the last time; a child process, because the compiler is an ES module. */
export function compiledKernels(): string {
  const directory = kernelCacheDirectory();
  const complete = ['kernels.wasm', 'kernels-shared.wasm', 'kernels-relaxed.wasm', 'kernels-relaxed-shared.wasm'].every((file) =>
    existsSync(path.join(directory, file)),
  );
  if (!complete) execFileSync(process.execPath, ['--import', 'tsx', 'tools/build-kernels.ts', directory], { stdio: 'inherit' });
  return directory;
}

export async function loadKernels(fileName: string): Promise<ArrayBuffer> {
  return Uint8Array.from(readFileSync(path.join(compiledKernels(), fileName))).buffer;
}

export function openEngine(options: Partial<WasmEngineOptions> = {}): Promise<Engine> {
  return createWasmEngine({ loadKernels, ...options });
}
