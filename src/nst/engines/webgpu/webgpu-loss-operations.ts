import type { LossOperations, Scalar, Tensor } from '../engine';
import { ADD_TOTAL_VARIATION_GRADIENT, addDifferenceKernel } from './kernels/differences';
import { addedProductOfChannels, GRAM_SIDE, gramOfPairs, gramPortions } from './kernels/gram';
import { addedProduct, LARGE_TILING, productGroups } from './kernels/matrix-product';
import { squaredDistancePortions, SUM_OF_PARTIALS, TOTAL_VARIATION_PORTIONS } from './kernels/reductions';
import { alive, bufferOf, type WebgpuTensor } from './tensor';
import type { WebgpuTensors } from './webgpu-tensors';

/** Workgroups that keep a large device busy, and floats that their portions of a Gram matrix may take together. */
const ENOUGH_GROUPS = 512;
const MOST_PORTION_FLOATS = 8 * 2 ** 20;
/** Positions below which a portion isn't worth its sum. */
const LEAST_POSITIONS = 64;

export class WebgpuLossOperations implements LossOperations {
  constructor(private readonly tensors: WebgpuTensors) {}

  gramMatrix(activation: Tensor, positionWeights: Tensor | null): Tensor {
    const { buffer, length } = alive(activation);
    const channels = activation.shape[2];
    const positions = length / channels;
    const gram = this.tensors.create([channels, channels]);
    const inputs = [buffer, ...weightsOf(positionWeights)];
    if (channels % 4 !== 0) {
      const kernel = gramOfPairs(positionWeights !== null);
      this.tensors.device.run({
        kernel,
        parameters: [positions, channels],
        buffers: [...inputs, gram.buffer],
        groups: [channels, channels],
      });
    } else {
      this.gramInPortions(gram, inputs, positions, channels, gramPortions(positionWeights !== null));
    }
    return gram;
  }

  private gramInPortions(
    gram: WebgpuTensor,
    inputs: readonly WebgpuTensor['buffer'][],
    positions: number,
    channels: number,
    kernel: ReturnType<typeof gramPortions>,
  ): void {
    const side = Math.ceil(channels / GRAM_SIDE);
    const wanted = Math.min(Math.ceil(ENOUGH_GROUPS / side ** 2), Math.floor(MOST_PORTION_FLOATS / gram.length));
    const perPortion = Math.max(LEAST_POSITIONS, Math.ceil(positions / Math.max(1, wanted)));
    const portions = Math.max(1, Math.ceil(positions / perPortion));
    this.tensors.withScratch([portions * gram.length], ([partials]) => {
      const parameters = [positions, channels / 4, perPortion];
      this.tensors.device.run({ kernel, parameters, buffers: [...inputs, partials], groups: [side, side, portions] });
      this.tensors.forEach(SUM_OF_PARTIALS, gram.length, [portions], [partials, gram.buffer]);
    });
  }

  addMatrixProduct(target: Tensor, activation: Tensor, matrix: Tensor, scale: number, positionWeights: Tensor | null): void {
    const { length } = alive(activation);
    const channels = activation.shape[2];
    const weighted = positionWeights !== null;
    const buffers = [...[activation, matrix, target].map(bufferOf), ...weightsOf(positionWeights)];
    if (channels % 4 !== 0) {
      this.tensors.forEach(addedProductOfChannels(weighted), length, [channels, scale], buffers);
      return;
    }
    const rows = length / channels;
    this.tensors.device.run({
      kernel: addedProduct(weighted),
      parameters: [rows, channels / 4, channels / 4, scale],
      buffers,
      groups: productGroups(rows, channels, 1, LARGE_TILING),
    });
  }

  squaredDistance(a: Tensor, b: Tensor, positionWeights: Tensor | null): Scalar {
    const { length, shape } = alive(a);
    const kernel = squaredDistancePortions(positionWeights !== null);
    return this.tensors.sum(kernel, length, [shape[shape.length - 1]], [...[a, b].map(bufferOf), ...weightsOf(positionWeights)]);
  }

  addDifference(target: Tensor, a: Tensor, b: Tensor, scale: number, positionWeights: Tensor | null): void {
    const { length, shape } = alive(target);
    const buffers = [...[target, a, b].map(bufferOf), ...weightsOf(positionWeights)];
    this.tensors.forEach(addDifferenceKernel(positionWeights !== null), length, [shape[shape.length - 1], scale], buffers);
  }

  totalVariation(image: Tensor, wraps = false): Scalar {
    const { buffer, length, shape } = alive(image);
    return this.tensors.sum(TOTAL_VARIATION_PORTIONS, length, [...shape, Number(wraps), ...meanFactors(shape, wraps)], [buffer]);
  }

  addTotalVariationGradient(target: Tensor, image: Tensor, scale: number, wraps = false): void {
    const { buffer, length, shape } = alive(image);
    const factors = meanFactors(shape, wraps).map((factor) => 2 * scale * factor);
    this.tensors.forEach(ADD_TOTAL_VARIATION_GRADIENT, length, [...shape, Number(wraps), ...factors], [bufferOf(target), buffer]);
  }
}

function weightsOf(positionWeights: Tensor | null): WebgpuTensor['buffer'][] {
  return positionWeights ? [bufferOf(positionWeights)] : [];
}

/** 1 / the number of vertical and of horizontal differences; 0 where there are none. */
function meanFactors([height, width, channels]: readonly number[], wraps: boolean): [vertical: number, horizontal: number] {
  const ends = wraps ? 0 : 1;
  const counts = [(height - ends) * width * channels, height * (width - ends) * channels];
  return counts.map((count) => (count > 0 ? 1 / count : 0)) as [number, number];
}
