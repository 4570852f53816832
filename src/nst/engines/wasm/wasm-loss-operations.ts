import type { LossOperations, Scalar, Tensor } from '../engine';
import { addressOf, alive, lengthOf } from './tensor';
import type { WasmTensors } from './wasm-tensors';

/** Each chunk of pixels has a partial Gram matrix: few where matrices are large, fixed so that sums repeat exactly. */
const MOST_GRAM_CHUNKS = 8;
const LEAST_GRAM_CHUNK_PIXELS = 256;
/** Floats of one portion of a loss. */
const CHUNK = 32768;

export class WasmLossOperations implements LossOperations {
  constructor(private readonly tensors: WasmTensors) {}

  gramMatrix(activation: Tensor, positionWeights: Tensor | null): Tensor {
    const { address, length, shape } = alive(activation);
    const channels = shape[shape.length - 1];
    const pixels = length / channels;
    const chunks = Math.min(MOST_GRAM_CHUNKS, Math.ceil(pixels / LEAST_GRAM_CHUNK_PIXELS));
    const gram = this.tensors.create([channels, channels]);
    const { heap, kernels, team } = this.tensors.device;
    const bytesPerThread = kernels.gramBytes(channels);
    heap.borrow(chunks * channels * roundUp(channels, 8) * 4, (partials) => {
      heap.borrow(bytesPerThread * team.size, (work) => {
        const pixelsPerChunk = Math.ceil(pixels / chunks);
        team.run(
          'gramPartials',
          [address, addressOf(positionWeights), pixels, channels, pixelsPerChunk, partials, work, bytesPerThread],
          chunks,
        );
      });
      team.run('gramSum', [partials, chunks, channels, gram.address], channels, 32);
    });
    team.run('mirrorUpper', [gram.address, channels], channels, 64);
    return gram;
  }

  addMatrixProduct(target: Tensor, activation: Tensor, matrix: Tensor, scale: number, positionWeights: Tensor | null): void {
    const { address, length, shape } = alive(activation);
    const channels = shape[shape.length - 1];
    const pixels = length / channels;
    const { heap, kernels, team } = this.tensors.device;
    const bytesPerThread = kernels.matrixProductBytes(channels);
    heap.borrow(channels * roundUp(channels, 8) * 4, (packed) => {
      kernels.packProductMatrix(addressOf(matrix), channels, scale, packed);
      heap.borrow(bytesPerThread * team.size, (work) => {
        const values = [addressOf(target), address, packed, addressOf(positionWeights), pixels, channels, work, bytesPerThread];
        team.run('addMatrixProduct', values, Math.ceil(pixels / kernels.matrixProductBlockPixels()));
      });
    });
  }

  squaredDistance(a: Tensor, b: Tensor, positionWeights: Tensor | null): Scalar {
    const { address, length, shape } = alive(a);
    const channels = shape[shape.length - 1];
    const pixels = length / channels;
    const chunkPixels = Math.max(1, Math.floor(CHUNK / channels));
    const values = [address, addressOf(b), addressOf(positionWeights), pixels, channels, chunkPixels];
    return this.tensors.scalar(this.tensors.sumOfPartials('squaredDistancePartials', values, Math.ceil(pixels / chunkPixels)));
  }

  addDifference(target: Tensor, a: Tensor, b: Tensor, scale: number, positionWeights: Tensor | null): void {
    const { length, shape } = alive(target);
    const channels = shape[shape.length - 1];
    const addresses = [target, a, b].map(addressOf);
    if (!positionWeights) return this.tensors.elementwise('addDifference', target, [...addresses, scale]);
    const values = [...addresses, scale, addressOf(positionWeights), channels];
    this.tensors.device.team.run('addWeightedDifference', values, length / channels, Math.ceil(CHUNK / channels));
  }

  totalVariation(image: Tensor, wraps = false): Scalar {
    const { address, shape } = alive(image);
    const [height, width, channels] = shape;
    const { heap, team } = this.tensors.device;
    const [vertical, horizontal] = heap.borrow(height * 16, (partials) => {
      team.run('totalVariationPartials', [address, height, width, channels, Number(wraps), partials], height, 32);
      const sums = heap.doublesAt(partials, 2 * height);
      return [0, 1].map((axis) => sums.reduce((sum, value, i) => (i % 2 === axis ? sum + value : sum), 0));
    });
    const counts = differenceCounts(shape, wraps);
    return this.tensors.scalar(vertical / counts.vertical + horizontal / counts.horizontal);
  }

  addTotalVariationGradient(target: Tensor, image: Tensor, scale: number, wraps = false): void {
    const { address, shape } = alive(image);
    const counts = differenceCounts(shape, wraps);
    const factors = [(2 * scale) / counts.vertical, (2 * scale) / counts.horizontal];
    this.tensors.device.team.run(
      'addTotalVariationGradient',
      [addressOf(target), address, ...shape, Number(wraps), ...factors],
      shape[0],
      32,
    );
  }
}

/** How many neighbour differences there are; at least 1, so that a side of 1 counts 0. */
function differenceCounts([height, width, channels]: readonly number[], wraps: boolean): { vertical: number; horizontal: number } {
  const ends = wraps ? 0 : 1;
  return {
    vertical: Math.max(1, lengthOf([height - ends, width, channels])),
    horizontal: Math.max(1, lengthOf([height, width - ends, channels])),
  };
}

function roundUp(value: number, multiple: number): number {
  return Math.ceil(value / multiple) * multiple;
}
