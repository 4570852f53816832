import { createEngine } from '../nst/engines/create-engine';
import type { Engine, EngineName } from '../nst/engines/engine';
import { assetUrl, fetchAsset } from './assets';

/** Of the extension's own files. */
export function makeEngine(name: EngineName): Promise<Engine> {
  return createEngine(name, { fetchAsset, assetUrl, createThread });
}

/** A helper thread of the WebAssembly engine. */
export function createThread(): Worker {
  return new Worker(assetUrl('engines/wasm/thread.js'), { type: 'module', name: 'brushover-kernels' });
}
