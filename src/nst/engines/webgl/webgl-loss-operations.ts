import type { LossOperations, Scalar, Tensor } from '../engine';
import { gramMatrix } from './operations/gram-matrix';
import { addMatrixProduct } from './operations/matrix-product';
import { addTotalVariationGradientSource, addDifferenceSource } from './operations/differences';
import { squaredDistanceSource, totalVariationSource } from './shaders/reductions';
import { alive, textureOf } from './tensor';
import type { Texture } from './textures';
import type { WebglTensors } from './webgl-tensors';

export class WebglLossOperations implements LossOperations {
  constructor(private readonly tensors: WebglTensors) {}

  gramMatrix(activation: Tensor, positionWeights: Tensor | null): Tensor {
    const { layout, texture } = alive(activation);
    const shape = [layout.channels, layout.channels];
    const target = this.tensors.takeFor(this.tensors.layoutOf(shape));
    gramMatrix(this.tensors.device, texture, layout, textureOrNull(positionWeights), target);
    return this.tensors.own(shape, target);
  }

  addMatrixProduct(target: Tensor, activation: Tensor, matrix: Tensor, scale: number, positionWeights: Tensor | null): void {
    const { layout } = alive(target);
    const result = this.tensors.takeFor(layout);
    const inputs = {
      target: textureOf(target),
      activation: textureOf(activation),
      matrix: textureOf(matrix),
      positionWeights: textureOrNull(positionWeights),
      layout,
    };
    addMatrixProduct(this.tensors.device, inputs, scale, result);
    this.tensors.replace(target, result);
  }

  squaredDistance(a: Tensor, b: Tensor, positionWeights: Tensor | null): Scalar {
    const textures = { aTexture: textureOf(a), bTexture: textureOf(b), ...weightTextures(positionWeights) };
    return this.tensors.sum(squaredDistanceSource(positionWeights !== null), a, textures);
  }

  addDifference(target: Tensor, a: Tensor, b: Tensor, scale: number, positionWeights: Tensor | null): void {
    const { layout, texture } = alive(target);
    const result = this.tensors.takeFor(layout);
    this.tensors.device.run({
      program: addDifferenceSource(positionWeights !== null),
      target: result,
      textures: { targetTexture: texture, aTexture: textureOf(a), bTexture: textureOf(b), ...weightTextures(positionWeights) },
      uniforms: { factor: scale },
      blocks: { layout },
    });
    this.tensors.replace(target, result);
  }

  totalVariation(image: Tensor, wraps = false): Scalar {
    const shares = differenceShares(image.shape, wraps);
    return this.tensors.sum(totalVariationSource(wraps), image, { imageTexture: textureOf(image) }, { shares });
  }

  addTotalVariationGradient(target: Tensor, image: Tensor, scale: number, wraps = false): void {
    const { layout, texture } = alive(target);
    const result = this.tensors.takeFor(layout);
    this.tensors.device.run({
      program: addTotalVariationGradientSource(wraps),
      target: result,
      textures: { targetTexture: texture, imageTexture: textureOf(image) },
      uniforms: { factors: differenceShares(image.shape, wraps).map((share) => 2 * scale * share) },
      blocks: { layout },
    });
    this.tensors.replace(target, result);
  }
}

function textureOrNull(tensor: Tensor | null): Texture | null {
  return tensor && textureOf(tensor);
}

function weightTextures(positionWeights: Tensor | null): Record<string, Texture> {
  return positionWeights ? { positionWeights: textureOf(positionWeights) } : {};
}

/** 1 / how many vertical and horizontal neighbour differences there are; a side of 1 has none, and they count 0. */
function differenceShares([height, width, channels]: readonly number[], wraps: boolean): [number, number] {
  const ends = wraps ? 0 : 1;
  return [1 / Math.max(1, (height - ends) * width * channels), 1 / Math.max(1, height * (width - ends) * channels)];
}
