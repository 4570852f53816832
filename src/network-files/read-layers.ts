/** Reads a trunk's numbers, one layer after the other, and refuses those that no trained network has. */
import type { ModelLayer } from '../nst/model/model';
import type { Layout, Trunk, TrunkLayer } from './find-trunk';
import { NetworkFileError } from './network-file-error';

/** The ImageNet VGG-16's largest weight is 0.9, times 58 where pictures were divided by their deviation. */
const LARGEST = 1000;
/** Of conv1_1's energy in three of its 27 dimensions: 0.81 in the ImageNet network, 0.24 to 0.26 in random numbers. */
const LEAST_STRUCTURE = 0.4;

export async function readLayers({ layers, layout }: Trunk): Promise<ModelLayer[]> {
  const read: ModelLayer[] = [];
  for (const layer of layers) {
    read.push(await readLayer(layer, layout));
    if (read.length === 1 && structureOf(read[0]!.kernel) < LEAST_STRUCTURE) throw untrained();
  }
  return read;
}

function untrained(): NetworkFileError {
  return new NetworkFileError('The first layer holds random numbers, as before a training; choose a file of a network that was trained.');
}

async function readLayer(
  { name, convolution, poolBefore, inputChannels, outputChannels, kernel, bias }: TrunkLayer,
  layout: Layout,
): Promise<ModelLayer> {
  const stored = await kernel.read();
  const layer = {
    name,
    poolBefore,
    inputChannels,
    outputChannels,
    kernel: layout === 'out-in' ? transposed(stored, inputChannels, outputChannels) : stored,
    bias: await bias.read(),
  };
  for (const values of [layer.kernel, layer.bias]) checkValues(values, convolution);
  if (layer.kernel.every((value) => value === layer.kernel[0]))
    throw new NetworkFileError(`Every weight of ${convolution} is the same; choose a file of a network that was trained.`);
  return layer;
}

function checkValues(values: Float32Array, convolution: string): void {
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (Math.abs(value) <= LARGEST) continue;
    const what = Number.isFinite(value) ? `a weight of ${value.toPrecision(3)}, which no VGG has` : 'a weight that is no number';
    throw new NetworkFileError(`The file is damaged: ${convolution} has ${what}; save or download it again.`);
  }
}

/** [out, in, 3, 3] → [3, 3, in, out] */
function transposed(kernel: Float32Array, inputChannels: number, outputChannels: number): Float32Array {
  const result = new Float32Array(kernel.length);
  let from = 0;
  for (let output = 0; output < outputChannels; output++) {
    for (let input = 0; input < inputChannels; input++) {
      for (let position = 0; position < 9; position++)
        result[(position * inputChannels + input) * outputChannels + output] = kernel[from++]!;
    }
  }
  return result;
}

/** The share of the energy of conv1_1 [27, 64] that lies in its three strongest directions: what was learned from pictures is smooth. */
function structureOf(kernel: Float32Array): number {
  const outputs = kernel.length / 27;
  const covariance = Array.from({ length: 27 }, (_, i) =>
    Array.from({ length: 27 }, (_, j) => dot(kernel, i * outputs, j * outputs, outputs)),
  );
  const energy = covariance.reduce((sum, row, i) => sum + row[i]!, 0);
  let strongest = 0;
  for (let direction = 0; direction < 3; direction++) strongest += takeStrongest(covariance);
  return energy > 0 ? strongest / energy : 0;
}

function dot(values: Float32Array, a: number, b: number, length: number): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += values[a + i]! * values[b + i]!;
  return sum;
}

/** The largest eigenvalue by power iteration; its direction is taken out of the matrix. */
function takeStrongest(matrix: number[][]): number {
  let direction = matrix.map((_, i) => 1 + (i % 3) / 10 + i / 100);
  let value = 0;
  for (let step = 0; step < 100; step++) {
    const next = matrix.map((row) => row.reduce((sum, entry, i) => sum + entry * direction[i]!, 0));
    value = Math.hypot(...next);
    if (value === 0) return 0;
    direction = next.map((entry) => entry / value);
  }
  for (const [i, row] of matrix.entries()) for (const j of row.keys()) row[j]! -= value * direction[i]! * direction[j]!;
  return value;
}
