import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { PreviewError } from './preview-error';

/**
 * WebAssembly first: it is there at once, while WebGL compiles its shaders anew for every size of picture, and it leaves
 * the graphics processor to the optimisation.
 */
const BACKENDS = ['wasm', 'cpu'];

/** `wasmPath` is the folder of @tensorflow/tfjs-backend-wasm's .wasm files, ending in a slash. Throws a `PreviewError`. */
export async function startPreviewBackend(wasmPath: string): Promise<string> {
  setWasmPaths(wasmPath);
  // Its threads start from blob: addresses, which an extension's content security policy forbids.
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  for (const backend of BACKENDS) {
    if (await tf.setBackend(backend).catch(() => false)) return backend;
  }
  throw new PreviewError('no-backend', 'Previews can’t be painted in this browser; press Stylize to make the picture.');
}
