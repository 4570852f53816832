import type { LossOperations, Scalar, Tensor } from '../engine';
import { gramMatrix } from './operations/gram-matrix';
import { addMatrixProduct } from './operations/matrix-product';
import { ADD_TOTAL_VARIATION_GRADIENT, addDifferenceSource } from './operations/differences';
import { squaredDistanceSource, TOTAL_VARIATION } from './shaders/reductions';
import { alive, textureOf } from './tensor';
import type { Texture } from './textures';
import { WebglVectorOperations } from './webgl-vector-operations';

export class WebglLossOperations extends WebglVectorOperations implements LossOperations {
  gramMatrix(activation: Tensor, positionWeights: Tensor | null): Tensor {
    const { layout, texture } = alive(activation);
    const shape = [layout.channels, layout.channels];
    const target = this.takeFor(this.layoutOf(shape));
    gramMatrix(this.device, texture, layout, textureOrNull(positionWeights), target);
    return this.own(shape, target);
  }

  addMatrixProduct(target: Tensor, activation: Tensor, matrix: Tensor, scale: number, positionWeights: Tensor | null): void {
    const { layout } = alive(target);
    const result = this.takeFor(layout);
    const inputs = {
      target: textureOf(target),
      activation: textureOf(activation),
      matrix: textureOf(matrix),
      positionWeights: textureOrNull(positionWeights),
      layout,
    };
    addMatrixProduct(this.device, inputs, scale, result);
    this.replace(target, result);
  }

  squaredDistance(a: Tensor, b: Tensor, positionWeights: Tensor | null): Scalar {
    const textures = { aTexture: textureOf(a), bTexture: textureOf(b), ...weightTextures(positionWeights) };
    return this.sum(squaredDistanceSource(positionWeights !== null), a, textures);
  }

  addDifference(target: Tensor, a: Tensor, b: Tensor, scale: number, positionWeights: Tensor | null): void {
    const { layout, texture } = alive(target);
    const result = this.takeFor(layout);
    this.device.run({
      program: addDifferenceSource(positionWeights !== null),
      target: result,
      textures: { targetTexture: texture, aTexture: textureOf(a), bTexture: textureOf(b), ...weightTextures(positionWeights) },
      uniforms: { factor: scale },
      blocks: { layout },
    });
    this.replace(target, result);
  }

  totalVariation(image: Tensor): Scalar {
    return this.sum(TOTAL_VARIATION, image, { imageTexture: textureOf(image) }, { shares: differenceShares(image.shape) });
  }

  addTotalVariationGradient(target: Tensor, image: Tensor, scale: number): void {
    const { layout, texture } = alive(target);
    const result = this.takeFor(layout);
    this.device.run({
      program: ADD_TOTAL_VARIATION_GRADIENT,
      target: result,
      textures: { targetTexture: texture, imageTexture: textureOf(image) },
      uniforms: { factors: differenceShares(image.shape).map((share) => 2 * scale * share) },
      blocks: { layout },
    });
    this.replace(target, result);
  }
}

function textureOrNull(tensor: Tensor | null): Texture | null {
  return tensor && textureOf(tensor);
}

function weightTextures(positionWeights: Tensor | null): Record<string, Texture> {
  return positionWeights ? { positionWeights: textureOf(positionWeights) } : {};
}

/** 1 / how many vertical and horizontal neighbour differences there are; a side of 1 has none, and they count 0. */
function differenceShares([height, width, channels]: readonly number[]): [number, number] {
  return [1 / Math.max(1, (height - 1) * width * channels), 1 / Math.max(1, height * (width - 1) * channels)];
}
