import type { EngineMemory, Scalar, Tensor, TensorOperations } from '../engine';
import { EngineError } from '../engine-error';
import type { WebglDevice } from './device';
import { fromTexels, layoutOf, toTexels, type Layout } from './layout';
import { reduce } from './operations/reduce';
import type { ProgramSource, UniformValue } from './programs';
import { readTextures } from './readback';
import { alive, textureOf, WebglTensor } from './tensor';
import type { Texture } from './textures';

/** The life of tensors: made, read, freed. */
export class WebglTensors implements TensorOperations {
  private count = 0;
  private destroyed = false;

  constructor(readonly device: WebglDevice) {}

  upload(values: Float32Array, shape: readonly number[]): Tensor {
    const layout = this.layoutOf(shape);
    if (values.length !== layout.height * layout.width * layout.channels) {
      throw new EngineError('wrong-result', `${values.length} values don't fill a tensor of shape [${shape.join(', ')}].`);
    }
    return this.own(shape, this.uploadTexels(layout.textureWidth, layout.textureHeight, toTexels(values, layout)));
  }

  async read(tensor: Tensor): Promise<Float32Array> {
    const { layout, texture } = alive(tensor);
    const [texels] = await readTextures(this.device, [texture]);
    return fromTexels(texels, layout);
  }

  async readScalars(scalars: readonly Scalar[]): Promise<number[]> {
    if (scalars.length === 0) return [];
    return (await readTextures(this.device, scalars.map(textureOf))).map(([value]) => value);
  }

  dispose(...tensors: readonly Tensor[]): void {
    if (this.destroyed) return;
    for (const tensor of tensors) {
      const held = tensor as WebglTensor;
      if (!held.alive) throw new EngineError('wrong-result', 'A tensor was disposed twice.');
      this.device.textures.release(held.texture);
      held.alive = false;
      this.count -= 1;
    }
  }

  memory(): EngineMemory {
    const { bytes, peakBytes } = this.device.textures;
    return { bytes, peakBytes, tensors: this.count };
  }

  resetPeak(): void {
    this.device.textures.resetPeak();
  }

  destroy(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    this.count = 0;
    this.device.destroy();
  }

  zeros(shape: readonly number[]): Tensor {
    const texture = this.takeFor(this.layoutOf(shape));
    this.device.clear(texture);
    return this.own(shape, texture);
  }

  copy(tensor: Tensor): Tensor {
    const { shape, texture } = alive(tensor);
    this.device.assertAlive();
    // Textures of tensors are replaced, never written, so sharing one is a copy.
    return this.own(shape, this.device.textures.share(texture));
  }

  /** A new tensor that takes over the texture. */
  own(shape: readonly number[], texture: Texture): WebglTensor {
    this.count += 1;
    return new WebglTensor([...shape], this.layoutOf(shape), texture);
  }

  /** Gives a tensor that an operation changes its new values. */
  replace(target: Tensor, texture: Texture): void {
    const held = alive(target);
    this.device.textures.release(held.texture);
    held.texture = texture;
  }

  layoutOf(shape: readonly number[]): Layout {
    return layoutOf(shape, this.device.limits.maxTextureSize);
  }

  takeFor({ height, width, textureWidth, textureHeight }: Layout): Texture {
    this.device.assertAlive();
    const texture = this.device.textures.take(textureWidth, textureHeight);
    if (height * width === 0) this.device.clear(texture);
    return texture;
  }

  uploadTexels(width: number, height: number, texels: Float32Array): Texture {
    this.device.assertAlive();
    const texture = this.device.textures.take(width, height);
    this.device.write(texture, texels);
    return texture;
  }

  /** Runs a pass over every texel of a tensor's layout; returns the texture that it wrote. */
  elementwise(
    program: ProgramSource,
    like: Tensor,
    textures: Readonly<Record<string, Texture>>,
    uniforms: Readonly<Record<string, UniformValue>> = {},
  ): Texture {
    const target = this.takeFor(alive(like).layout);
    this.device.run({ program, target, textures, uniforms });
    return target;
  }

  sum(
    program: ProgramSource,
    like: Tensor,
    textures: Readonly<Record<string, Texture>>,
    uniforms: Readonly<Record<string, UniformValue>> = {},
  ): Scalar {
    this.device.assertAlive();
    return this.own([1], reduce(this.device, { program, textures, layout: alive(like).layout, uniforms }));
  }

  /** A new tensor whose pixels a program computes, block by block. */
  perBlock(
    shape: readonly number[],
    program: ProgramSource,
    textures: Readonly<Record<string, Texture>>,
    uniforms: Readonly<Record<string, UniformValue>>,
  ): WebglTensor {
    const layout = this.layoutOf(shape);
    const target = this.takeFor(layout);
    this.device.run({ program, target, textures, uniforms, blocks: { layout } });
    return this.own(shape, target);
  }
}
