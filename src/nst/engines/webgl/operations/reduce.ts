import type { WebglDevice } from '../device';
import { gridOf, type Layout } from '../layout';
import type { ProgramSource, UniformValue } from '../programs';
import { SQUARE, SUM_SQUARES, SUM_TO_SCALAR } from '../shaders/reductions';
import type { Texture } from '../textures';

export interface Reduction {
  program: ProgramSource;
  textures: Readonly<Record<string, Texture>>;
  /** Of the tensors that are summed. */
  layout: Layout;
  uniforms?: Readonly<Record<string, UniformValue>>;
}

/** Partial sums, sums of those, and so on: the error of n terms grows with log n. Returns a texture of one scalar. */
export function reduce(device: WebglDevice, { program, textures, layout, uniforms }: Reduction): Texture {
  const { textureWidth, textureHeight, channels } = layout;
  let partials = device.textures.take(Math.ceil(textureWidth / SQUARE), Math.ceil(textureHeight / SQUARE));
  const size = [textureWidth, textureHeight];
  device.run({ program, target: partials, textures, uniforms: { ...uniforms, grid: gridOf(layout), channels, size } });
  while (partials.width > SQUARE || partials.height > SQUARE) partials = sumSquares(device, partials);
  const scalar = device.textures.take(1, 1);
  device.run({ program: SUM_TO_SCALAR, target: scalar, textures: { partials } });
  device.textures.release(partials);
  return scalar;
}

function sumSquares(device: WebglDevice, partials: Texture): Texture {
  const sums = device.textures.take(Math.ceil(partials.width / SQUARE), Math.ceil(partials.height / SQUARE));
  device.run({ program: SUM_SQUARES, target: sums, textures: { partials } });
  device.textures.release(partials);
  return sums;
}
