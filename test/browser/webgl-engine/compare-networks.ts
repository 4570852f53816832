import type { Engine, Tensor } from '../../../src/nst/engines/engine';
import { createTfjsEngine, type TfjsBackend } from '../../../src/nst/engines/tfjs';
import { loadModel } from '../../../src/nst/model/load-model';
import type { Model } from '../../../src/nst/model/model';
import { Network, type Recording } from '../../../src/nst/network';
import { randomValues, relativeError } from '../../unit/reference-operations';

/** Relative L2 distances to the reference engine. */
export interface NetworkComparison {
  height: number;
  width: number;
  reference: string;
  features: Record<string, number>;
  gradient: number;
  tensorsLeft: number;
}

const LAYERS = ['relu1_1', 'relu2_1', 'relu3_1', 'relu4_1', 'relu4_2', 'relu5_1'];
/** Up to this many pixels plain JavaScript is the reference; it would take minutes for more. */
const MOST_PIXELS_OF_CPU = 40 * 40;

interface Result {
  features: Map<string, Float32Array>;
  gradient: Float32Array;
}

/** Features and a gradient of the real VGG-16 through relu5_1, on the engine and on TensorFlow.js. */
export async function compareNetworks(
  engine: Engine,
  sizes: readonly (readonly [height: number, width: number])[],
): Promise<NetworkComparison[]> {
  const fetchAsset = async (path: string): Promise<ArrayBuffer> => (await fetch(`/${path.split('/').pop()}`)).arrayBuffer();
  const model = await loadModel(fetchAsset, 'models/vgg16', undefined, { lastLayer: 'relu5_1' });
  const network = networkOn(engine, model);
  const comparisons: NetworkComparison[] = [];
  for (const [height, width] of sizes) {
    const backend: TfjsBackend = height * width <= MOST_PIXELS_OF_CPU ? 'cpu' : 'wasm';
    const image = randomValues([height, width, 3], height * 1000 + width).data.map((value) => 128 + 127 * value);
    const reference = await createTfjsEngine({ backend, wasmPath: '/' });
    const expected = await resultOf(reference, networkOn(reference, model), image, height, width);
    reference.destroy();
    const tensorsBefore = engine.memory().tensors;
    const actual = await resultOf(engine, network, image, height, width);
    comparisons.push({
      height,
      width,
      reference: backend,
      ...distances(actual, expected),
      tensorsLeft: engine.memory().tensors - tensorsBefore,
    });
  }
  network.dispose();
  return comparisons;
}

function networkOn(engine: Engine, model: Model): Network {
  return Network.prepare(engine, model, 'relu5_1', { pooling: 'avg', padding: 'zero' });
}

async function resultOf(engine: Engine, network: Network, image: Float64Array, height: number, width: number): Promise<Result> {
  const input = engine.upload(Float32Array.from(image), [height, width, 3]);
  const recording = network.forward(input);
  const features = await readFeatures(engine, recording);
  const gradient = network.backward(recording, (layer, activation, upstream) => {
    if (LAYERS.includes(layer)) addGramGradient(engine, activation, upstream);
  });
  const values = await engine.read(gradient);
  engine.dispose(input, gradient);
  return { features, gradient: values };
}

/** The gradient of a Gram matrix' energy, scaled so that every layer contributes. */
function addGramGradient(engine: Engine, activation: Tensor, upstream: Tensor): void {
  const gram = engine.gramMatrix(activation, null);
  const energy = engine.dot(gram, gram);
  const one = engine.upload(Float32Array.of(1), [1]);
  const factor = engine.divideScalars(one, energy);
  engine.scale(gram, factor);
  engine.addMatrixProduct(upstream, activation, gram, 4, null);
  engine.dispose(gram, energy, one, factor);
}

async function readFeatures(engine: Engine, recording: Recording): Promise<Map<string, Float32Array>> {
  const features = new Map<string, Float32Array>();
  for (const { layer, activation } of recording) if (LAYERS.includes(layer.name)) features.set(layer.name, await engine.read(activation));
  return features;
}

function distances(actual: Result, expected: Result): Pick<NetworkComparison, 'features' | 'gradient'> {
  const features = LAYERS.map((layer): [string, number] => [
    layer,
    relativeError(actual.features.get(layer)!, expected.features.get(layer)!),
  ]);
  return { features: Object.fromEntries(features), gradient: relativeError(actual.gradient, expected.gradient) };
}
