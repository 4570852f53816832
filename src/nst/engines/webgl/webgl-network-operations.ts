import type { Convolution, EdgeMode, NetworkOperations, Pooling, Rectangle, Tensor } from '../engine';
import { EngineError } from '../engine-error';
import { convolve } from './operations/convolve';
import { gridOf } from './layout';
import { ADD_CHANNEL_OFFSETS, ADD_PATCH, CROP, foldEdgesSource, padEdgesSource } from './operations/edges';
import { AVERAGE_POOL_GRADIENT, MAXIMUM_POOL_GRADIENT, poolSource } from './operations/pooling';
import { alive, textureOf } from './tensor';
import { kernelTexels, type WebglConvolution } from './operations/convolution';
import type { Direction } from './winograd/shaders';
import type { Texture } from './textures';
import type { WebglTensors } from './webgl-tensors';

export class WebglNetworkOperations implements NetworkOperations {
  constructor(private readonly tensors: WebglTensors) {}

  prepareConvolution(kernel: Float32Array, bias: Float32Array, inputChannels: number, outputChannels: number): Convolution {
    if (kernel.length !== 9 * inputChannels * outputChannels || bias.length !== outputChannels) {
      throw new EngineError(
        'wrong-result',
        `A kernel of ${kernel.length} values doesn't fit ${inputChannels} and ${outputChannels} channels.`,
      );
    }
    const { width, height, texels } = kernelTexels(kernel, inputChannels, outputChannels);
    const convolution: WebglConvolution = {
      inputChannels,
      outputChannels,
      kernel: this.tensors.uploadTexels(width, height, texels),
      bias: this.tensors.uploadTexels(outputChannels / 4, 1, bias),
      transformed: null,
    };
    return convolution;
  }

  disposeConvolution(convolution: Convolution): void {
    const { kernel, bias, transformed } = convolution as WebglConvolution;
    this.tensors.device.textures.release(kernel, bias, ...(transformed ? [transformed] : []));
  }

  convolution(input: Tensor, convolution: Convolution): Tensor {
    return this.convolve(input, null, convolution as WebglConvolution, 'forward');
  }

  convolutionGradient(upstream: Tensor, output: Tensor, convolution: Convolution): Tensor {
    return this.convolve(upstream, textureOf(output), convolution as WebglConvolution, 'backward');
  }

  pool(input: Tensor, pooling: Pooling): Tensor {
    const { layout, texture } = alive(input);
    const shape = [Math.floor(layout.height / 2), Math.floor(layout.width / 2), layout.channels];
    return this.tensors.perBlock(shape, poolSource(pooling), { inputTexture: texture }, { inputGrid: gridOf(layout) });
  }

  poolGradient(upstream: Tensor, input: Tensor, output: Tensor, pooling: Pooling): Tensor {
    const { layout, texture } = alive(upstream);
    const uniforms = { upstreamGrid: gridOf(layout) };
    if (pooling === 'avg') return this.tensors.perBlock(input.shape, AVERAGE_POOL_GRADIENT, { upstreamTexture: texture }, uniforms);
    const textures = { upstreamTexture: texture, inputTexture: textureOf(input), outputTexture: textureOf(output) };
    return this.tensors.perBlock(input.shape, MAXIMUM_POOL_GRADIENT, textures, uniforms);
  }

  addChannelOffsets(image: Tensor, offsets: readonly [number, number, number]): Tensor {
    return this.tensors.perBlock(image.shape, ADD_CHANNEL_OFFSETS, { inputTexture: textureOf(image) }, { offsets: [...offsets, 0] });
  }

  padEdges(input: Tensor, mode: EdgeMode): Tensor {
    const { layout, texture } = alive(input);
    const shape = [layout.height + 2, layout.width + 2, layout.channels];
    return this.tensors.perBlock(shape, padEdgesSource(mode), { inputTexture: texture }, { inputGrid: gridOf(layout) });
  }

  foldEdges(gradient: Tensor, mode: EdgeMode): Tensor {
    const { layout, texture } = alive(gradient);
    const shape = [layout.height - 2, layout.width - 2, layout.channels];
    return this.tensors.perBlock(shape, foldEdgesSource(mode), { inputTexture: texture }, { inputGrid: gridOf(layout) });
  }

  crop(input: Tensor, { x, y, width, height }: Rectangle): Tensor {
    const { layout, texture } = alive(input);
    return this.tensors.perBlock(
      [height, width, layout.channels],
      CROP,
      { inputTexture: texture },
      { inputGrid: gridOf(layout), corner: [x, y] },
    );
  }

  addPatch(target: Tensor, patch: Tensor, x: number, y: number): void {
    const { layout, texture } = alive(target);
    const result = this.tensors.takeFor(layout);
    this.tensors.device.run({
      program: ADD_PATCH,
      target: result,
      textures: { targetTexture: texture, inputTexture: textureOf(patch) },
      uniforms: { inputGrid: gridOf(alive(patch).layout), corner: [x, y] },
      blocks: { layout },
    });
    this.tensors.replace(target, result);
  }

  private convolve(input: Tensor, mask: Texture | null, convolution: WebglConvolution, direction: Direction): Tensor {
    const source = alive(input);
    const { height, width } = source.layout;
    const shape = [height, width, direction === 'forward' ? convolution.outputChannels : convolution.inputChannels];
    const layout = this.tensors.layoutOf(shape);
    const texture = this.tensors.takeFor(layout);
    convolve(this.tensors.device, { convolution, direction, source, mask, target: { texture, layout } });
    return this.tensors.own(shape, texture);
  }
}
