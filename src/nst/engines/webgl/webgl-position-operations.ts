import type { Scalar, Tensor } from '../engine';
import type { PositionOperations } from '../position-operations';
import { gridOf, type Layout } from './layout';
import type { ProgramSource } from './programs';
import * as channels from './operations/channels';
import { COMBINE_AT_POSITIONS, cosineDistancesSource, cosineFactorsSource, INVERSE_LENGTHS } from './operations/directions';
import { CANDIDATES_PER_PASS, NEAREST_IN_CHUNK } from './operations/nearest';
import { SUM } from './shaders/reductions';
import { UPSAMPLE, UPSAMPLE_GRADIENT } from './operations/upsampling';
import { alive, textureOf } from './tensor';
import type { Texture } from './textures';
import type { WebglTensors } from './webgl-tensors';

export class WebglPositionOperations implements PositionOperations {
  constructor(private readonly tensors: WebglTensors) {}

  channelSums(activation: Tensor, positionWeights: Tensor | null): Tensor {
    const { layout, texture } = alive(activation);
    const program = channels.rowSumsSource(positionWeights !== null);
    const rows = this.tensors.perBlock(
      [layout.height, 1, layout.channels],
      program,
      { inputTexture: texture, ...(positionWeights && { positionWeights: textureOf(positionWeights) }) },
      { inputGrid: gridOf(layout) },
    );
    const sums = this.tensors.perBlock(
      [layout.channels],
      channels.COLUMN_SUMS,
      { inputTexture: textureOf(rows) },
      { inputGrid: gridOf(rows.layout) },
    );
    this.tensors.dispose(rows);
    return sums;
  }

  scaleChannels(target: Tensor, factors: Tensor, offsets: Tensor): void {
    const { layout, texture } = alive(target);
    const result = this.tensors.takeFor(layout);
    this.tensors.device.run({
      program: channels.SCALE_CHANNELS,
      target: result,
      textures: { inputTexture: texture, factorsTexture: textureOf(factors), offsetsTexture: textureOf(offsets) },
      uniforms: { inputGrid: gridOf(layout), channelGrid: gridOf(alive(factors).layout) },
      blocks: { layout },
    });
    this.tensors.replace(target, result);
  }

  scaleToUnitLength(target: Tensor): void {
    const texture = textureOf(target);
    this.tensors.replace(
      target,
      this.combine(INVERSE_LENGTHS, { a: target, b: target, positionWeights: null }, { a: texture, b: texture }, 1),
    );
  }

  concatenateChannels(parts: readonly Tensor[]): Tensor {
    const [height, width] = parts[0].shape;
    const shape = [height, width, parts.reduce((sum, part) => sum + part.shape[2], 0)];
    const layout = this.tensors.layoutOf(shape);
    const target = this.tensors.takeFor(layout);
    let firstBlock = 0;
    for (const part of parts.map(alive)) {
      this.tensors.device.run({
        program: channels.PLACE_CHANNELS,
        target,
        textures: { inputTexture: part.texture },
        uniforms: { inputGrid: gridOf(part.layout), firstBlock, blockCount: part.layout.blocks },
        blocks: { layout },
      });
      firstBlock += part.layout.blocks;
    }
    return this.tensors.own(shape, target);
  }

  sliceChannels(input: Tensor, first: number, count: number): Tensor {
    const { layout, texture } = alive(input);
    const uniforms = { inputGrid: gridOf(layout), firstBlock: first / 4 };
    return this.tensors.perBlock([layout.height, layout.width, count], channels.SLICE_CHANNELS, { inputTexture: texture }, uniforms);
  }

  upsample(input: Tensor, height: number, width: number): Tensor {
    const { layout, texture } = alive(input);
    return this.tensors.perBlock([height, width, layout.channels], UPSAMPLE, { inputTexture: texture }, { inputGrid: gridOf(layout) });
  }

  upsampleGradient(gradient: Tensor): Tensor {
    const { layout, texture } = alive(gradient);
    const [height, width] = [Math.floor(layout.height / 2), Math.floor(layout.width / 2)];
    const uniforms = { inputGrid: gridOf(layout), size: [width, height] };
    return this.tensors.perBlock([height, width, layout.channels], UPSAMPLE_GRADIENT, { inputTexture: texture }, uniforms);
  }

  gatherPositions(input: Tensor, indices: Tensor): Tensor {
    const { layout, texture } = alive(input);
    const textures = { inputTexture: texture, indicesTexture: textureOf(indices) };
    return this.tensors.perBlock([...indices.shape, layout.channels], channels.GATHER_POSITIONS, textures, { inputGrid: gridOf(layout) });
  }

  nearestPositions(queries: Tensor, candidates: Tensor): Tensor {
    const shape = queries.shape.slice(0, 2);
    const layout = this.tensors.layoutOf(shape);
    const given = { queries: alive(queries), candidates: alive(candidates) };
    const candidateCount = given.candidates.layout.width * given.candidates.layout.height;
    let [best, indices] = [this.tensors.takeFor(layout), this.tensors.takeFor(layout)];
    for (let first = 0; first < candidateCount; first += CANDIDATES_PER_PASS) {
      const target = [this.tensors.takeFor(layout), this.tensors.takeFor(layout)];
      this.tensors.device.run({
        program: NEAREST_IN_CHUNK,
        target,
        textures: {
          queriesTexture: given.queries.texture,
          candidatesTexture: given.candidates.texture,
          bestTexture: best,
          indexTexture: indices,
        },
        uniforms: {
          grid: gridOf(given.queries.layout),
          candidateGrid: gridOf(given.candidates.layout),
          blocks: given.queries.layout.blocks,
          firstCandidate: first,
          endCandidate: Math.min(first + CANDIDATES_PER_PASS, candidateCount),
          begins: first === 0 ? 1 : 0,
        },
      });
      this.tensors.device.textures.release(best, indices);
      [best, indices] = target;
    }
    this.tensors.device.textures.release(best);
    return this.tensors.own(shape, indices);
  }

  cosineDistance(a: Tensor, b: Tensor, positionWeights: Tensor | null): Scalar {
    const distances = this.tensors.own(
      [...a.shape.slice(0, 2), 1],
      this.measure(cosineDistancesSource(positionWeights !== null), { a, b, positionWeights }),
    );
    const sum = this.tensors.sum(SUM, distances, { aTexture: textureOf(distances) });
    this.tensors.dispose(distances);
    return sum;
  }

  replaceByCosineGradient(b: Tensor, a: Tensor, scale: number, positionWeights: Tensor | null): void {
    const textures = { a: textureOf(a), b: textureOf(b) };
    this.tensors.replace(b, this.combine(cosineFactorsSource(positionWeights !== null), { a, b, positionWeights }, textures, scale));
  }

  /** scale · (f₁ · b + f₂ · a) with the factors that a program measures at every position. */
  private combine(program: ProgramSource, inputs: MeasureInputs, { a, b }: { a: Texture; b: Texture }, scale: number): Texture {
    const { layout } = alive(inputs.b);
    const factors = this.measure(program, inputs);
    const result = this.tensors.takeFor(layout);
    this.tensors.device.run({
      program: COMBINE_AT_POSITIONS,
      target: result,
      textures: { aTexture: a, bTexture: b, factorsTexture: factors },
      uniforms: { factor: scale },
      blocks: { layout },
    });
    this.tensors.device.textures.release(factors);
    return result;
  }

  /** A texel for every position. */
  private measure(program: ProgramSource, { a, b, positionWeights }: MeasureInputs): Texture {
    const { layout, texture } = alive(a);
    const target = this.tensors.takeFor(this.tensors.layoutOf(onePerPosition(layout)));
    this.tensors.device.run({
      program,
      target,
      textures: { aTexture: texture, bTexture: textureOf(b), ...(positionWeights && { positionWeights: textureOf(positionWeights) }) },
      uniforms: { inputGrid: gridOf(layout), blocks: layout.blocks },
    });
    return target;
  }
}

interface MeasureInputs {
  a: Tensor;
  b: Tensor;
  positionWeights: Tensor | null;
}

function onePerPosition({ height, width }: Layout): number[] {
  return [height, width, 1];
}
