import { ADAM, type Scalar, type Tensor, type VectorOperations } from '../engine';
import type { UniformValue } from './programs';
import * as elementwise from './operations/elementwise';
import { ABSOLUTE_SUM, dotSource } from './shaders/reductions';
import { alive, textureOf } from './tensor';
import type { Texture } from './textures';
import type { WebglTensors } from './webgl-tensors';

export class WebglVectorOperations implements VectorOperations {
  constructor(private readonly tensors: WebglTensors) {}

  scale(target: Tensor, factor: number | Scalar): void {
    const { textures, uniforms, onDevice } = factorInputs(factor);
    this.tensors.replace(
      target,
      this.tensors.elementwise(elementwise.scaleSource(onDevice), target, { targetTexture: textureOf(target), ...textures }, uniforms),
    );
  }

  addScaled(target: Tensor, x: Tensor, factor: number | Scalar, mask?: Tensor): void {
    const { textures, uniforms, onDevice } = factorInputs(factor);
    const inputs: Record<string, Texture> = { targetTexture: textureOf(target), xTexture: textureOf(x), ...textures };
    if (mask) inputs.maskTexture = textureOf(mask);
    this.tensors.replace(
      target,
      this.tensors.elementwise(elementwise.addScaledSource(onDevice, mask !== undefined), target, inputs, uniforms),
    );
  }

  multiply(a: Tensor, b: Tensor): Tensor {
    return this.tensors.own(a.shape, this.tensors.elementwise(elementwise.MULTIPLY, a, { aTexture: textureOf(a), bTexture: textureOf(b) }));
  }

  clampedStep(x: Tensor, direction: Tensor, step: number, low: number, high: number): Tensor {
    const textures = { xTexture: textureOf(x), directionTexture: textureOf(direction) };
    return this.tensors.own(x.shape, this.tensors.elementwise(elementwise.CLAMPED_STEP, x, textures, { stepLength: step, low, high }));
  }

  freeMask(x: Tensor, gradient: Tensor, low: number, high: number): Tensor {
    const textures = { xTexture: textureOf(x), gradientTexture: textureOf(gradient) };
    return this.tensors.own(x.shape, this.tensors.elementwise(elementwise.FREE_MASK, x, textures, { low, high }));
  }

  adamStep(x: Tensor, gradient: Tensor, m: Tensor, v: Tensor, t: number, rate: number): void {
    const { layout } = alive(x);
    const target = [x, m, v].map(() => this.tensors.takeFor(layout));
    const textures = { xTexture: textureOf(x), gradientTexture: textureOf(gradient), mTexture: textureOf(m), vTexture: textureOf(v) };
    const corrections = [1 / (1 - ADAM.beta1 ** t), 1 / (1 - ADAM.beta2 ** t)];
    this.tensors.device.run({ program: elementwise.ADAM_STEP, target, textures, uniforms: { corrections, rate } });
    [x, m, v].forEach((tensor, i) => this.tensors.replace(tensor, target[i]));
  }

  dot(a: Tensor, b: Tensor, mask?: Tensor): Scalar {
    const textures: Record<string, Texture> = { aTexture: textureOf(a), bTexture: textureOf(b) };
    if (mask) textures.maskTexture = textureOf(mask);
    return this.tensors.sum(dotSource(mask !== undefined), a, textures);
  }

  absoluteSum(a: Tensor): Scalar {
    return this.tensors.sum(ABSOLUTE_SUM, a, { aTexture: textureOf(a) });
  }

  subtractScalars(a: Scalar, b: Scalar): Scalar {
    return this.tensors.own(a.shape, this.tensors.elementwise(elementwise.SUBTRACT, a, { aTexture: textureOf(a), bTexture: textureOf(b) }));
  }

  divideScalars(numerator: Scalar, denominator: Scalar, threshold?: Scalar): Scalar {
    const textures: Record<string, Texture> = { numeratorTexture: textureOf(numerator), denominatorTexture: textureOf(denominator) };
    if (threshold) textures.thresholdTexture = textureOf(threshold);
    const program = threshold ? elementwise.DIVIDE : elementwise.DIVIDE_POSITIVE;
    return this.tensors.own(numerator.shape, this.tensors.elementwise(program, numerator, textures));
  }
}

interface FactorInputs {
  textures: Record<string, Texture>;
  uniforms: Record<string, UniformValue>;
  onDevice: boolean;
}

function factorInputs(factor: number | Scalar): FactorInputs {
  return typeof factor === 'number'
    ? { textures: {}, uniforms: { factorValue: factor }, onDevice: false }
    : { textures: { factorTexture: textureOf(factor) }, uniforms: {}, onDevice: true };
}
