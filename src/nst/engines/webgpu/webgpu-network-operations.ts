import type { Convolution, EdgeMode, NetworkOperations, Pooling, Rectangle, Tensor } from '../engine';
import { EngineError } from '../engine-error';
import { POINTS, TILE } from '../winograd/matrices';
import type { StorageBuffer } from './buffers';
import type { Direction, WebgpuConvolution } from './convolution';
import { COLOR_TILE, CONVOLVE_COLORS, CONVOLVE_TO_COLORS } from './kernels/direct-convolution';
import { ADD_CHANNEL_OFFSETS, ADD_PATCH, CROP, foldKernel, padKernel } from './kernels/edges';
import { LARGE_POINTWISE_PRODUCT, LARGE_TILING, productGroups, SMALL_POINTWISE_PRODUCT, SMALL_TILING } from './kernels/matrix-product';
import { AVERAGE_POOL_GRADIENT, MAXIMUM_POOL_GRADIENT, poolKernel } from './kernels/pooling';
import { transformInput, transformKernel, transformOutput } from './kernels/winograd';
import { alive, bufferOf, type WebgpuTensor } from './tensor';
import type { WebgpuTensors } from './webgpu-tensors';

/** Tiles below which large pieces of a product leave most of a device idle. */
const FEW_TILES = 1024;

export class WebgpuNetworkOperations implements NetworkOperations {
  constructor(
    private readonly tensors: WebgpuTensors,
    /** Bytes of Winograd's transforms that exist at a time. */
    private readonly portionBytes: number,
  ) {}

  prepareConvolution(kernel: Float32Array, bias: Float32Array, inputChannels: number, outputChannels: number): Convolution {
    if (kernel.length !== 9 * inputChannels * outputChannels || bias.length !== outputChannels) {
      throw new EngineError(
        'wrong-result',
        `A kernel of ${kernel.length} values doesn't fit ${inputChannels} and ${outputChannels} channels.`,
      );
    }
    const convolution: WebgpuConvolution = {
      inputChannels,
      outputChannels,
      kernel: this.tensors.device.buffers.take(kernel.length),
      bias: this.tensors.device.buffers.take(bias.length),
      transformed: {},
    };
    this.tensors.device.write(convolution.kernel, kernel);
    this.tensors.device.write(convolution.bias, bias);
    return convolution;
  }

  disposeConvolution(convolution: Convolution): void {
    const { kernel, bias, transformed } = convolution as WebgpuConvolution;
    this.tensors.device.buffers.release(kernel, bias, ...Object.values(transformed));
  }

  convolution(input: Tensor, convolution: Convolution): Tensor {
    const { kernel, bias, outputChannels } = convolution as WebgpuConvolution;
    const [height, width, channels] = input.shape;
    const output = this.tensors.create([height, width, outputChannels]);
    if (channels === 3) {
      const parameters = [height, width, outputChannels / 4];
      this.tensors.forEach(CONVOLVE_COLORS, output.length / 4, parameters, [bufferOf(input), kernel, bias, output.buffer]);
    } else {
      this.convolveTiles(alive(input), null, output, convolution as WebgpuConvolution, 'forward');
    }
    return output;
  }

  convolutionGradient(upstream: Tensor, output: Tensor, convolution: Convolution): Tensor {
    const { kernel, inputChannels, outputChannels } = convolution as WebgpuConvolution;
    const [height, width] = upstream.shape;
    const gradient = this.tensors.create([height, width, inputChannels]);
    if (inputChannels === 3) {
      this.tensors.device.run({
        kernel: CONVOLVE_TO_COLORS,
        parameters: [height, width, outputChannels / 4],
        buffers: [bufferOf(upstream), bufferOf(output), kernel, gradient.buffer],
        groups: [Math.ceil(width / COLOR_TILE.width), Math.ceil(height / COLOR_TILE.height)],
      });
    } else {
      this.convolveTiles(alive(upstream), bufferOf(output), gradient, convolution as WebgpuConvolution, 'backward');
    }
    return gradient;
  }

  /** Winograd's F(4×4, 3×3): Aᵀ[(G g Gᵀ) ⊙ (Bᵀ d B)]A, in portions of tiles. */
  private convolveTiles(
    input: WebgpuTensor,
    mask: StorageBuffer | null,
    output: WebgpuTensor,
    convolution: WebgpuConvolution,
    direction: Direction,
  ): void {
    const weights = this.transformedKernel(convolution, direction);
    const [height, width, inputs] = input.shape;
    const outputs = output.shape[2];
    const tilesAcross = Math.ceil(width / TILE);
    const tiles = tilesAcross * Math.ceil(height / TILE);
    const perTile = POINTS ** 2 * Math.max(inputs, outputs) * 4;
    const atOnce = Math.max(1, Math.floor(Math.min(this.portionBytes, this.tensors.device.buffers.largest) / perTile));
    for (let firstTile = 0; firstTile < tiles; firstTile += atOnce) {
      const count = Math.min(atOnce, tiles - firstTile);
      this.tensors.withScratch([POINTS ** 2 * count * inputs, POINTS ** 2 * count * outputs], ([transformed, products]) => {
        const geometry = (channels: number): number[] => [height, width, channels, tilesAcross, firstTile];
        const sources = mask ? [input.buffer, mask] : [input.buffer];
        this.tensors.forEach(transformInput(mask !== null), count * inputs, geometry(inputs), [...sources, transformed]);
        this.multiplyPoints(transformed, weights, products, [count, inputs, outputs]);
        const bias = direction === 'forward' ? [convolution.bias] : [];
        this.tensors.forEach(transformOutput(direction), count * outputs, geometry(outputs), [products, ...bias, output.buffer]);
      });
    }
  }

  private multiplyPoints(
    a: StorageBuffer,
    b: StorageBuffer,
    result: StorageBuffer,
    [rows, inner, columns]: [number, number, number],
  ): void {
    const few = rows < FEW_TILES;
    this.tensors.device.run({
      kernel: few ? SMALL_POINTWISE_PRODUCT : LARGE_POINTWISE_PRODUCT,
      parameters: [rows, inner / 4, columns / 4],
      buffers: [a, b, result],
      groups: productGroups(rows, columns, POINTS ** 2, few ? SMALL_TILING : LARGE_TILING),
    });
  }

  private transformedKernel(convolution: WebgpuConvolution, direction: Direction): StorageBuffer {
    const known = convolution.transformed[direction];
    if (known) return known;
    const { kernel, inputChannels, outputChannels } = convolution;
    const count = inputChannels * outputChannels;
    const transformed = this.tensors.device.buffers.take(POINTS ** 2 * count);
    this.tensors.forEach(transformKernel(direction), count, [inputChannels, outputChannels], [kernel, transformed]);
    convolution.transformed[direction] = transformed;
    return transformed;
  }

  pool(input: Tensor, pooling: Pooling): Tensor {
    const [height, width, channels] = input.shape;
    const shape = [Math.floor(height / 2), Math.floor(width / 2), channels];
    return this.tensors.made(shape, poolKernel(pooling), [width, shape[1], channels], [input]);
  }

  poolGradient(upstream: Tensor, input: Tensor, output: Tensor, pooling: Pooling): Tensor {
    const [height, width, channels] = output.shape;
    const parameters = [input.shape[1], height, width, channels];
    return pooling === 'avg'
      ? this.tensors.made(input.shape, AVERAGE_POOL_GRADIENT, parameters, [upstream])
      : this.tensors.made(input.shape, MAXIMUM_POOL_GRADIENT, parameters, [upstream, input]);
  }

  addChannelOffsets(image: Tensor, offsets: readonly [number, number, number]): Tensor {
    return this.tensors.made(image.shape, ADD_CHANNEL_OFFSETS, offsets, [image]);
  }

  padEdges(input: Tensor, mode: EdgeMode): Tensor {
    const [height, width, channels] = input.shape;
    return this.tensors.made([height + 2, width + 2, channels], padKernel(mode), [height, width, channels], [input]);
  }

  foldEdges(gradient: Tensor, mode: EdgeMode): Tensor {
    const [height, width, channels] = [gradient.shape[0] - 2, gradient.shape[1] - 2, gradient.shape[2]];
    return this.tensors.made([height, width, channels], foldKernel(mode), [height, width, channels], [gradient]);
  }

  crop(input: Tensor, { x, y, width, height }: Rectangle): Tensor {
    const channels = input.shape[2];
    return this.tensors.made([height, width, channels], CROP, [input.shape[1], width, channels, x, y], [input]);
  }

  addPatch(target: Tensor, patch: Tensor, x: number, y: number): void {
    const [, width, channels] = patch.shape;
    this.tensors.forEach(ADD_PATCH, alive(patch).length, [target.shape[1], width, channels, x, y], [target, patch].map(bufferOf));
  }
}
