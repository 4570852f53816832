import type { Scalar, Tensor } from '../engine';
import type { PositionOperations } from '../position-operations';
import { WORKGROUP_SIZE } from './kernel';
import { CANDIDATE_GROUPS, NEAREST_IN_PORTIONS, NEAREST_OF_PORTIONS, NEAREST_ONE_BY_ONE, NEAREST_QUERIES } from './kernels/nearest';
import * as positions from './kernels/positions';
import { cosineDistancePortions, SUM_OF_PARTIALS } from './kernels/reductions';
import { alive, bufferOf } from './tensor';
import type { WebgpuTensors } from './webgpu-tensors';

/** Portions of the positions whose sums are made side by side. */
const MOST_SUM_PORTIONS = 128;
/** Workgroups that keep a large device busy with comparisons, and candidates below which a portion isn't worth it. */
const ENOUGH_GROUPS = 512;
const LEAST_CANDIDATES = 256;
/** Multiply-adds of one submission: a small device's driver takes a piece of work of several seconds for a hang. */
const MOST_PRODUCTS_AT_ONCE = 5e10;

export class WebgpuPositionOperations implements PositionOperations {
  constructor(private readonly tensors: WebgpuTensors) {}

  channelSums(activation: Tensor, positionWeights: Tensor | null): Tensor {
    const { count, channels } = positionsOf(activation);
    const sums = this.tensors.create([channels]);
    const perPortion = Math.max(1, Math.ceil(count / MOST_SUM_PORTIONS));
    const portions = Math.max(1, Math.ceil(count / perPortion));
    this.tensors.withScratch([portions * channels], ([partials]) => {
      this.tensors.device.run({
        kernel: positions.channelSumPortions(positionWeights !== null),
        parameters: [count, channels, perPortion],
        buffers: [bufferOf(activation), ...(positionWeights ? [bufferOf(positionWeights)] : []), partials],
        groups: [Math.ceil(channels / WORKGROUP_SIZE), portions],
      });
      this.tensors.forEach(SUM_OF_PARTIALS, channels, [portions], [partials, sums.buffer]);
    });
    return sums;
  }

  scaleChannels(target: Tensor, factors: Tensor, offsets: Tensor): void {
    const { length, shape } = alive(target);
    this.tensors.forEach(positions.SCALE_CHANNELS, length, [shape[2]], [target, factors, offsets].map(bufferOf));
  }

  scaleToUnitLength(target: Tensor): void {
    const { count, channels } = positionsOf(target);
    this.tensors.forEach(positions.SCALE_TO_UNIT_LENGTH, count, [channels], [bufferOf(target)]);
  }

  concatenateChannels(parts: readonly Tensor[]): Tensor {
    const [height, width] = parts[0].shape;
    const channels = parts.reduce((sum, { shape }) => sum + shape[2], 0);
    const whole = this.tensors.create([height, width, channels]);
    let first = 0;
    for (const part of parts.map(alive)) {
      const count = part.shape[2];
      this.tensors.forEach(positions.COPY_CHANNELS, part.length, [count, count, 0, channels, first], [part.buffer, whole.buffer]);
      first += count;
    }
    return whole;
  }

  sliceChannels(input: Tensor, first: number, count: number): Tensor {
    const [height, width, channels] = input.shape;
    return this.tensors.made([height, width, count], positions.COPY_CHANNELS, [count, channels, first, count, 0], [input]);
  }

  upsample(input: Tensor, height: number, width: number): Tensor {
    const [inputHeight, inputWidth, channels] = input.shape;
    return this.tensors.made([height, width, channels], positions.UPSAMPLE, [inputHeight, inputWidth, width, channels], [input]);
  }

  upsampleGradient(gradient: Tensor): Tensor {
    const [height, width, channels] = gradient.shape;
    const [inputHeight, inputWidth] = [Math.floor(height / 2), Math.floor(width / 2)];
    const parameters = [height, width, inputHeight, inputWidth, channels];
    return this.tensors.made([inputHeight, inputWidth, channels], positions.UPSAMPLE_GRADIENT, parameters, [gradient]);
  }

  gatherPositions(input: Tensor, indices: Tensor): Tensor {
    const channels = input.shape[2];
    return this.tensors.made([...indices.shape, channels], positions.GATHER_POSITIONS, [channels], [input, indices]);
  }

  nearestPositions(queries: Tensor, candidates: Tensor): Tensor {
    const { count: candidateCount, channels } = positionsOf(candidates);
    const shape = queries.shape.slice(0, 2);
    if (channels % 4 !== 0) return this.tensors.made(shape, NEAREST_ONE_BY_ONE, [candidateCount, channels], [queries, candidates]);
    const nearest = this.tensors.create(shape);
    const queryGroups = Math.ceil(nearest.length / NEAREST_QUERIES);
    const perPortion = Math.max(LEAST_CANDIDATES, Math.ceil((candidateCount * queryGroups) / ENOUGH_GROUPS / 64) * 64);
    const portions = Math.max(1, Math.ceil(candidateCount / perPortion));
    const groupsAtOnce = Math.max(1, Math.floor(MOST_PRODUCTS_AT_ONCE / (NEAREST_QUERIES * candidateCount * channels)));
    const kept = portions * CANDIDATE_GROUPS;
    this.tensors.withScratch([kept * nearest.length, kept * nearest.length], ([products, indices]) => {
      for (let first = 0; first < queryGroups; first += groupsAtOnce) {
        this.tensors.device.run({
          kernel: NEAREST_IN_PORTIONS,
          parameters: [nearest.length, candidateCount, channels / 4, perPortion, first * NEAREST_QUERIES],
          buffers: [bufferOf(queries), bufferOf(candidates), products, indices],
          groups: [Math.min(groupsAtOnce, queryGroups - first), portions],
        });
        if (queryGroups > groupsAtOnce) this.tensors.device.submit();
      }
      this.tensors.forEach(NEAREST_OF_PORTIONS, nearest.length, [kept], [products, indices, nearest.buffer]);
    });
    return nearest;
  }

  cosineDistance(a: Tensor, b: Tensor, positionWeights: Tensor | null): Scalar {
    const { count, channels } = positionsOf(a);
    const inputs = [a, b, ...(positionWeights ? [positionWeights] : [])].map(bufferOf);
    return this.tensors.sum(cosineDistancePortions(positionWeights !== null), count, [channels], inputs);
  }

  replaceByCosineGradient(b: Tensor, a: Tensor, scale: number, positionWeights: Tensor | null): void {
    const { count, channels } = positionsOf(a);
    const buffers = [b, a, ...(positionWeights ? [positionWeights] : [])].map(bufferOf);
    this.tensors.forEach(positions.cosineGradientKernel(positionWeights !== null), count, [channels, scale], buffers);
  }
}

/** Of a tensor [h, w, c]: how many positions, each of how many channels. */
function positionsOf(tensor: Tensor): { count: number; channels: number } {
  const { length, shape } = alive(tensor);
  return { count: length / shape[2], channels: shape[2] };
}
