import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { join } from 'node:path';
import { projectFolder } from '../model/assets-from-disk';

/** One thread: TensorFlow.js has none of its own outside of a browser. */
export async function useWasmBackend(): Promise<void> {
  setWasmPaths(join(projectFolder, 'node_modules/@tensorflow/tfjs-backend-wasm/dist/'));
  if (!(await tf.setBackend('wasm'))) throw new Error("TensorFlow.js can't start its wasm backend.");
}
