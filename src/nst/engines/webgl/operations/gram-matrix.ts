import type { WebglDevice } from '../device';
import { gridOf, type Layout } from '../layout';
import { gramPartsSource, gramSumSource } from '../shaders/gram';
import type { Texture } from '../textures';

/** Pixels that one fragment adds; more of them mean fewer parts to add, fewer mean more fragments at work. */
const PIXELS_PER_PART = 1024;

/** Fills `target`, a tensor [c, c], with Σ p · a · aᵀ. */
export function gramMatrix(
  device: WebglDevice,
  activation: Texture,
  layout: Layout,
  positionWeights: Texture | null,
  target: Texture,
): void {
  const { blocks, width, height } = layout;
  const { maxDrawBuffers, maxTextureSize } = device.limits;
  const pairs = maxDrawBuffers >= 8 ? 2 : 1;
  const mostParts = Math.max(1, Math.floor(maxTextureSize / blocks));
  const rowsPerPart = Math.max(1, Math.floor(PIXELS_PER_PART / width), Math.ceil(height / mostParts));
  const partCount = Math.ceil(height / rowsPerPart);
  device.borrow(Math.ceil(blocks / pairs), partCount * blocks, 4 * pairs, (parts) => {
    device.run({
      program: gramPartsSource(pairs, positionWeights !== null),
      target: parts,
      textures: { activationTexture: activation, ...(positionWeights && { positionWeights }) },
      uniforms: { grid: gridOf(layout), blocks, rowsPerPart },
    });
    device.run({ program: gramSumSource(pairs), target, textures: { parts }, uniforms: { blocks, partCount } });
  });
}
