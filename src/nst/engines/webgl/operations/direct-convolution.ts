import type { WebglDevice } from '../device';
import { gridOf } from '../layout';
import type { ProgramSource } from '../programs';
import { ORIGIN_OF } from '../shaders/grid';
import type { ConvolutionCall } from './convolution';

/** The convolution by its definition, one pixel and block of channels a fragment: for maps that tiles would mostly overhang. */
export function convolveDirectly(device: WebglDevice, { convolution, direction, source, mask, target }: ConvolutionCall): void {
  const forward = direction === 'forward';
  device.run({
    program: directSource(forward),
    target: target.texture,
    textures: {
      sourceTexture: source.texture,
      kernelTexture: convolution.kernel,
      ...(forward ? { biasTexture: convolution.bias } : { maskTexture: mask! }),
    },
    uniforms: { sourceGrid: gridOf(source.layout), inputBlocks: source.layout.blocks, outputBlocks: target.layout.blocks },
    blocks: { layout: target.layout },
  });
}

/** Kernels lie as in winograd/shaders.ts; backward reads them rotated, with input and output channels exchanged. */
function directSource(forward: boolean): ProgramSource {
  const place = forward
    ? 'ivec2((kx * inputBlocks + channel) * 4, ky * outputBlocks + block)'
    : 'ivec2(((2 - kx) * outputBlocks + block) * 4, (2 - ky) * inputBlocks + channel)';
  return {
    geometry: 'blocks',
    fragment: `
flat in int block;
flat in ivec2 origin;
uniform sampler2D sourceTexture, kernelTexture, ${forward ? 'biasTexture' : 'maskTexture'};
uniform ivec3 sourceGrid;
uniform int inputBlocks, outputBlocks;
out vec4 result;
${ORIGIN_OF}
vec4 pixel(ivec2 at) {
  vec4 value = texelFetch(sourceTexture, at, 0);
  return ${forward ? 'value' : 'mix(vec4(0.0), value, greaterThan(texelFetch(maskTexture, at, 0), vec4(0.0)))'};
}
void main() {
  ivec2 p = ivec2(gl_FragCoord.xy) - origin;
  vec4 sum = vec4(0.0);
  for (int channel = 0; channel < inputBlocks; channel++) {
    ivec2 from = originOf(channel, sourceGrid);
    vec4 channelSum = vec4(0.0);
    for (int ky = 0; ky < 3; ky++) {
      for (int kx = 0; kx < 3; kx++) {
        ivec2 q = p + ivec2(kx - 1, ky - 1);
        if (any(lessThan(q, ivec2(0))) || any(greaterThanEqual(q, sourceGrid.xy))) continue;
        ivec2 at = ${place};
        mat4 m = mat4(${[0, 1, 2, 3].map((a) => `texelFetch(kernelTexture, at + ivec2(${a}, 0), 0)`).join(', ')});
        channelSum += ${forward ? 'm * pixel(from + q)' : 'pixel(from + q) * m'};
      }
    }
    sum += channelSum;
  }
  result = ${forward ? 'max(sum + texelFetch(biasTexture, ivec2(block, 0), 0), 0.0)' : 'sum'};
}`,
  };
}
