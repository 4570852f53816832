import type { Tensor } from '../engine';
import { EngineError } from '../engine-error';
import type { Layout } from './layout';
import type { Texture } from './textures';

/** A value that in-place operations replace: textures, once written, are shared and never change. */
export class WebglTensor implements Tensor {
  alive = true;

  constructor(
    readonly shape: readonly number[],
    readonly layout: Layout,
    public texture: Texture,
  ) {}
}

/** Every operation looks at its tensors through this, so that a freed one is noticed, not read. */
export function alive(tensor: Tensor): WebglTensor {
  if (!(tensor instanceof WebglTensor)) throw new EngineError('wrong-result', 'A tensor of another engine was used.');
  if (!tensor.alive) throw new EngineError('wrong-result', 'A tensor was used after it was disposed.');
  return tensor;
}

export function textureOf(tensor: Tensor): Texture {
  return alive(tensor).texture;
}
