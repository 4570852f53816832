import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { ArbitraryStylizer } from '../../src/nst/preview/arbitrary-stylizer';
import { LearnedStyles, onlyStyle } from '../../src/nst/preview/learned-styles';
import type { FloatImage } from '../../src/nst/images/resample';
import type { PreviewEngine, PreviewNetwork, Run } from './networks';
import { benchPicture } from './pictures';

/** Our networks on one of TensorFlow.js's backends, as the extension runs them. */
export async function openOurs(engine: PreviewEngine): Promise<{ description: string; run: Run }> {
  const backend = engine.replace('tfjs-', '');
  setWasmPaths(`${self.location.origin}/engines/tfjs/`);
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  if (!(await tf.setBackend(backend))) throw new Error(`TensorFlow.js has no ${backend} here.`);
  const arbitrary = await ArbitraryStylizer.load(fetchAsset);
  const learned = await LearnedStyles.load(fetchAsset);
  const vector = await arbitrary.predictStyleVector(benchPicture(256));
  const runs: Record<PreviewNetwork, (picture: FloatImage) => Promise<unknown>> = {
    predict: (picture) => arbitrary.predictStyleVector(picture),
    transform: (picture) => arbitrary.stylizeWithVector(picture, vector),
    styles26: (picture) => learned.stylize(picture, onlyStyle(13)),
  };
  return {
    description: `TensorFlow.js ${tf.version_core}, ${backend}, one thread`,
    run: async (network, size) => {
      const picture = benchPicture(size);
      const startedAt = performance.now();
      await runs[network](picture);
      return performance.now() - startedAt;
    },
  };
}

async function fetchAsset(path: string): Promise<ArrayBuffer> {
  return (await fetch(`/${path}`)).arrayBuffer();
}
