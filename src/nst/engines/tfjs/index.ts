import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import '@tensorflow/tfjs-backend-webgl';
import { EngineError } from '../engine-error';
import type { Engine } from '../engine';
import { TfjsEngine } from './tfjs-engine';

export type TfjsBackend = 'webgl' | 'wasm' | 'webgpu' | 'cpu';

export interface TfjsOptions {
  backend: TfjsBackend;
  /** Where the .wasm files of @tensorflow/tfjs-backend-wasm lie, ending in a slash; needed for `wasm`. */
  wasmPath?: string;
}

/** Throws EngineError('unsupported') where the backend can't start. */
export async function createTfjsEngine({ backend, wasmPath }: TfjsOptions): Promise<Engine> {
  if (wasmPath) setWasmPaths(wasmPath);
  if (backend === 'webgpu') await loadWebgpu();
  configure(backend);
  const started = await tf.setBackend(backend).catch(() => false);
  if (!started) throw new EngineError('unsupported', `TensorFlow.js cannot start its ${backend} backend here; choose another engine.`);
  await tf.ready();
  return new TfjsEngine(`tfjs-${backend}`, `TensorFlow.js ${tf.version_core}, ${backend}`);
}

/** Its code is loaded only here, since it fails where there is no WebGPU. */
async function loadWebgpu(): Promise<void> {
  const gpu = typeof navigator === 'undefined' ? undefined : (navigator as { gpu?: { requestAdapter(): Promise<unknown> } }).gpu;
  const adapter = await gpu?.requestAdapter().catch(() => null);
  if (!adapter) throw new EngineError('unsupported', 'This browser has no WebGPU on this graphics device; choose another engine.');
  await import('@tensorflow/tfjs-backend-webgpu');
}

function configure(backend: TfjsBackend): void {
  // Its threads are started from blob: addresses, which an extension's content security policy forbids.
  if (backend === 'wasm') tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  // Large im2col convolutions are unreliable and slow on WebGL (tfjs issues 1736 and 1936).
  if (backend === 'webgl') tf.env().set('WEBGL_CONV_IM2COL', false);
}
