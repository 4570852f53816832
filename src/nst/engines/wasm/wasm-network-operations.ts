import type { Convolution, EdgeMode, NetworkOperations, Pooling, Rectangle, Tensor } from '../engine';
import { EngineError } from '../engine-error';
import { convolve } from './convolve';
import { addressOf, alive } from './tensor';
import type { WasmConvolution } from './wasm-convolution';
import type { WasmTensors } from './wasm-tensors';

/** As in assembly/edges.ts. */
const EDGE_MODES: Record<EdgeMode, number> = { zero: 0, replicate: 1, reflect: 2, wrap: 3 };
/** Rows of one portion of the operations that copy. */
const ROWS = 16;

export class WasmNetworkOperations implements NetworkOperations {
  constructor(private readonly tensors: WasmTensors) {}

  prepareConvolution(kernel: Float32Array, bias: Float32Array, inputChannels: number, outputChannels: number): Convolution {
    if (kernel.length !== 9 * inputChannels * outputChannels || bias.length !== outputChannels) {
      throw new EngineError(
        'wrong-result',
        `A kernel of ${kernel.length} values doesn't fit ${inputChannels} and ${outputChannels} channels.`,
      );
    }
    const convolution: WasmConvolution = {
      inputChannels,
      outputChannels,
      kernelAddress: this.keep(kernel),
      biasAddress: this.keep(bias),
      packed: {},
    };
    return convolution;
  }

  disposeConvolution(convolution: Convolution): void {
    const { kernelAddress, biasAddress, packed } = convolution as WasmConvolution;
    for (const address of [kernelAddress, biasAddress, ...Object.values(packed).map((kernel) => kernel.address)]) {
      this.tensors.device.heap.allocator.free(address);
    }
  }

  convolution(input: Tensor, convolution: Convolution): Tensor {
    const [height, width] = input.shape;
    const output = this.tensors.create([height, width, convolution.outputChannels]);
    const prepared = convolution as WasmConvolution;
    convolve(this.tensors.device, prepared, 'forward', {
      source: addressOf(input),
      mask: 0,
      target: output.address,
      height,
      width,
      bias: prepared.biasAddress,
      relu: 1,
    });
    return output;
  }

  convolutionGradient(upstream: Tensor, output: Tensor, convolution: Convolution): Tensor {
    const [height, width] = output.shape;
    const gradient = this.tensors.create([height, width, convolution.inputChannels]);
    convolve(this.tensors.device, convolution as WasmConvolution, 'backward', {
      source: addressOf(upstream),
      mask: addressOf(output),
      target: gradient.address,
      height,
      width,
      bias: 0,
      relu: 0,
    });
    return gradient;
  }

  pool(input: Tensor, pooling: Pooling): Tensor {
    const [height, width, channels] = input.shape;
    const output = this.tensors.create([Math.floor(height / 2), Math.floor(width / 2), channels]);
    const kernel = pooling === 'avg' ? 'averagePool' : 'maximumPool';
    this.tensors.device.team.run(kernel, [addressOf(input), width, channels, output.address], output.shape[0], ROWS / 2);
    return output;
  }

  poolGradient(upstream: Tensor, input: Tensor, output: Tensor, pooling: Pooling): Tensor {
    const [height, width, channels] = input.shape;
    const gradient = this.tensors.create(input.shape);
    const { kernels, team } = this.tensors.device;
    const rows = Math.floor(height / 2);
    if (pooling === 'avg') team.run('averagePoolGradient', [addressOf(upstream), width, channels, gradient.address], rows, ROWS / 2);
    else team.run('maximumPoolGradient', [...[upstream, input, output].map(addressOf), width, channels, gradient.address], rows, ROWS / 2);
    kernels.clearOddRemainder(gradient.address, height, width, channels);
    return gradient;
  }

  addChannelOffsets(image: Tensor, offsets: readonly [number, number, number]): Tensor {
    const { address, length, shape } = alive(image);
    const shifted = this.tensors.create(shape);
    this.tensors.device.team.run('addChannelOffsets', [address, ...offsets, shifted.address], length / 3, 16384);
    return shifted;
  }

  padEdges(input: Tensor, mode: EdgeMode): Tensor {
    const [height, width, channels] = input.shape;
    const padded = this.tensors.create([height + 2, width + 2, channels]);
    this.tensors.device.team.run(
      'padEdges',
      [addressOf(input), height, width, channels, EDGE_MODES[mode], padded.address],
      height + 2,
      ROWS,
    );
    return padded;
  }

  foldEdges(gradient: Tensor, mode: EdgeMode): Tensor {
    const [paddedHeight, paddedWidth, channels] = gradient.shape;
    const [height, width] = [paddedHeight - 2, paddedWidth - 2];
    const folded = this.tensors.create([height, width, channels]);
    this.tensors.device.team.run(
      'foldEdges',
      [addressOf(gradient), height, width, channels, EDGE_MODES[mode], folded.address],
      height,
      ROWS,
    );
    return folded;
  }

  crop(input: Tensor, { x, y, width, height }: Rectangle): Tensor {
    const [, inputWidth, channels] = input.shape;
    const part = this.tensors.create([height, width, channels]);
    this.tensors.device.team.run('crop', [addressOf(input), inputWidth, channels, x, y, width, part.address], height, ROWS);
    return part;
  }

  addPatch(target: Tensor, patch: Tensor, x: number, y: number): void {
    const [, width, channels] = target.shape;
    const [patchHeight, patchWidth] = patch.shape;
    this.tensors.device.team.run('addPatch', [addressOf(target), width, channels, x, y, addressOf(patch), patchWidth], patchHeight, ROWS);
  }

  private keep(values: Float32Array): number {
    const address = this.tensors.device.heap.allocator.allocate(values.length * 4);
    this.tensors.device.heap.floatsAt(address, values.length).set(values);
    return address;
  }
}
