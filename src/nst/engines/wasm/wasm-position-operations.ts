import type { Scalar, Tensor } from '../engine';
import type { PositionOperations } from '../position-operations';
import { addressOf, alive, lengthOf } from './tensor';
import type { WasmTensors } from './wasm-tensors';

/** Floats of one portion of an operation. */
const CHUNK = 32768;
/** Positions whose sum is one partial one: few enough that float32 adds them well. */
const SUM_POSITIONS = 256;
/** Candidates that are packed at once: bounds the memory beside the candidates, and stays in the third-level cache. */
const CHUNK_CANDIDATES = 1024;
const PANEL = 8;
/** Rows of one portion. */
const ROWS = 4;

export class WasmPositionOperations implements PositionOperations {
  constructor(private readonly tensors: WasmTensors) {}

  channelSums(activation: Tensor, positionWeights: Tensor | null): Tensor {
    const { address, length, shape } = alive(activation);
    const channels = shape[shape.length - 1];
    const pixels = length / channels;
    const chunks = Math.max(1, Math.ceil(pixels / SUM_POSITIONS));
    const sums = this.tensors.create([channels]);
    const { heap, team } = this.tensors.device;
    heap.borrow(chunks * channels * 4, (partials) => {
      team.run('channelSumPartials', [address, addressOf(positionWeights), pixels, channels, SUM_POSITIONS, partials], chunks, 4);
      team.run('channelSumTotal', [partials, chunks, channels, sums.address], channels, 64);
    });
    return sums;
  }

  scaleChannels(target: Tensor, factors: Tensor, offsets: Tensor): void {
    const { pixels, channels, portion } = positionsOf(target);
    this.tensors.device.team.run('scaleChannels', [...[target, factors, offsets].map(addressOf), channels], pixels, portion);
  }

  scaleToUnitLength(target: Tensor): void {
    const { pixels, channels, portion } = positionsOf(target);
    this.tensors.device.team.run('scaleToUnitLength', [addressOf(target), channels], pixels, portion);
  }

  concatenateChannels(parts: readonly Tensor[]): Tensor {
    const [height, width] = parts[0].shape;
    const channels = parts.reduce((sum, { shape }) => sum + shape[2], 0);
    const whole = this.tensors.create([height, width, channels]);
    let first = 0;
    for (const part of parts) {
      const { pixels, channels: count, portion } = positionsOf(part);
      this.tensors.device.team.run('copyChannels', [addressOf(part), count, 0, whole.address, channels, first, count], pixels, portion);
      first += count;
    }
    return whole;
  }

  sliceChannels(input: Tensor, first: number, count: number): Tensor {
    const [height, width, channels] = input.shape;
    const part = this.tensors.create([height, width, count]);
    const { pixels, portion } = positionsOf(part);
    this.tensors.device.team.run('copyChannels', [addressOf(input), channels, first, part.address, count, 0, count], pixels, portion);
    return part;
  }

  upsample(input: Tensor, height: number, width: number): Tensor {
    const output = this.tensors.create([height, width, input.shape[2]]);
    this.tensors.device.team.run('upsample', [addressOf(input), ...input.shape, output.address, width], height, ROWS);
    return output;
  }

  upsampleGradient(gradient: Tensor): Tensor {
    const [height, width, channels] = gradient.shape;
    const input = this.tensors.create([Math.floor(height / 2), Math.floor(width / 2), channels]);
    const values = [addressOf(gradient), ...gradient.shape, input.address, input.shape[0], input.shape[1]];
    this.tensors.device.team.run('upsampleGradient', values, input.shape[0], ROWS);
    return input;
  }

  gatherPositions(input: Tensor, indices: Tensor): Tensor {
    const channels = input.shape[2];
    const gathered = this.tensors.create([...indices.shape, channels]);
    const { pixels, portion } = positionsOf(gathered);
    this.tensors.device.team.run('gatherPositions', [addressOf(input), channels, addressOf(indices), gathered.address], pixels, portion);
    return gathered;
  }

  nearestPositions(queries: Tensor, candidates: Tensor): Tensor {
    const { heap, kernels, team } = this.tensors.device;
    const { pixels: queryCount, channels } = positionsOf(queries);
    const { pixels: candidateCount } = positionsOf(candidates);
    const indices = this.tensors.create(queries.shape.slice(0, 2));
    const bytesPerThread = kernels.nearestBytes();
    const blocks = Math.ceil(queryCount / kernels.nearestBlockQueries());
    this.tensors.valuesOf(indices).fill(0);
    heap.borrow(queryCount * 4 + Math.min(CHUNK_CANDIDATES, roundUp(candidateCount, PANEL)) * channels * 4, (packed) => {
      const best = packed + Math.min(CHUNK_CANDIDATES, roundUp(candidateCount, PANEL)) * channels * 4;
      heap.borrow(bytesPerThread * team.size, (work) => {
        heap.floatsAt(best, queryCount).fill(-Infinity);
        for (let first = 0; first < candidateCount; first += CHUNK_CANDIDATES) {
          const count = Math.min(CHUNK_CANDIDATES, candidateCount - first);
          const from = addressOf(candidates) + first * channels * 4;
          team.run('packCandidates', [from, count, channels, packed], Math.ceil(count / PANEL), 4);
          const chunk = [packed, first, count, best, indices.address];
          team.run('nearestInChunk', [addressOf(queries), queryCount, channels, ...chunk, work, bytesPerThread], blocks);
        }
      });
    });
    return indices;
  }

  cosineDistance(a: Tensor, b: Tensor, positionWeights: Tensor | null): Scalar {
    const { pixels, channels, portion } = positionsOf(a);
    const values = [addressOf(a), addressOf(b), addressOf(positionWeights), pixels, channels, portion];
    return this.tensors.scalar(this.tensors.sumOfPartials('cosineDistancePartials', values, Math.ceil(pixels / portion)));
  }

  replaceByCosineGradient(b: Tensor, a: Tensor, scale: number, positionWeights: Tensor | null): void {
    const { pixels, channels, portion } = positionsOf(a);
    const values = [addressOf(b), addressOf(a), scale, addressOf(positionWeights), channels];
    this.tensors.device.team.run('replaceByCosineGradient', values, pixels, portion);
  }
}

/** Of a tensor [h, w, c]: how many positions, each of how many channels, and how many make a portion of work. */
function positionsOf(tensor: Tensor): { pixels: number; channels: number; portion: number } {
  const { shape } = alive(tensor);
  const channels = shape[shape.length - 1];
  return { pixels: lengthOf(shape.slice(0, -1)), channels, portion: Math.max(1, Math.floor(CHUNK / channels)) };
}

function roundUp(value: number, multiple: number): number {
  return Math.ceil(value / multiple) * multiple;
}
