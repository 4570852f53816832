import type { Convolution } from '../../engine';
import type { Layout } from '../layout';
import type { Texture } from '../textures';
import type { Direction } from '../winograd/shaders';

export interface WebglConvolution extends Convolution {
  /** [3, 3, in, out], `in` filled up with zeros to a multiple of four; its order is described in winograd/shaders.ts. */
  kernel: Texture;
  /** [out], four channels a texel, in a row. */
  bias: Texture;
  /** Winograd's transform of the kernel for both directions, made at first use. */
  transformed: Texture | null;
}

export interface ConvolutionCall {
  convolution: WebglConvolution;
  direction: Direction;
  source: { texture: Texture; layout: Layout };
  /** Where this is not above zero the source counts as zero; backward only, as bias and ReLU are forward only. */
  mask: Texture | null;
  target: { texture: Texture; layout: Layout };
}

/** [3, 3, in, out] → texels at (kx · in₄ + a, ky · out/4 + k), in₄ being `in` rounded up to a multiple of four. */
export function kernelTexels(
  kernel: Float32Array,
  inputs: number,
  outputs: number,
): { width: number; height: number; texels: Float32Array } {
  const padded = 4 * Math.ceil(inputs / 4);
  const [width, height] = [3 * padded, (3 * outputs) / 4];
  const texels = new Float32Array(width * height * 4);
  for (let tap = 0; tap < 9; tap++) {
    const [top, left] = [Math.floor(tap / 3) * (outputs / 4), (tap % 3) * padded];
    for (let a = 0; a < inputs; a++) {
      const from = (tap * inputs + a) * outputs;
      for (let k = 0; k < outputs / 4; k++) {
        texels.set(kernel.subarray(from + 4 * k, from + 4 * k + 4), 4 * ((top + k) * width + left + a));
      }
    }
  }
  return { width, height, texels };
}
