import { channelsOf, chooseAlgorithm, type Algorithm, type Direction, type WasmConvolution } from './wasm-convolution';
import type { WasmDevice } from './wasm-tensors';

const TILE = 4;
const POSITIONS = 36;
/** As in assembly/winograd/geometry.ts: one cache line between positions. */
const POSITION_GAP = 16;
/** Tiles that go through all stages together on one thread where transformed kernels are small. */
const TILES_PER_BLOCK = 24;
/** Fewer tiles than this are transformed as a whole, and the multiplication is shared by positions. */
const LEAST_TILES_FOR_BLOCKS = 200;
/**
 * Transformed kernels larger than this don't stay in the second-level cache while the blocks go by. They are then
 * multiplied position by position with many tiles at once, which reads them from memory less often.
 */
const LARGEST_KERNEL_FOR_BLOCKS = 4 << 20;
/** What the stages hand each other should stay in the third-level cache. */
const TILES_PER_STAGE = 512;
/** Output channels of one portion of the staged multiplication. */
const GROUP_COLUMNS = 64;

/** relu(kernel ∗ source + bias), with zeros around; addresses of dense [height, width, channels]. */
export interface ConvolveCall {
  source: number;
  /** Where this is not above zero the source counts as zero; 0 for no mask. */
  mask: number;
  target: number;
  height: number;
  width: number;
  /** 0 for none. */
  bias: number;
  /** 1 where what is below zero becomes zero. */
  relu: 0 | 1;
}

export function convolve(device: WasmDevice, convolution: WasmConvolution, direction: Direction, call: ConvolveCall): void {
  const { inputs, outputs } = channelsOf(convolution, direction);
  const algorithm = chooseAlgorithm(inputs, outputs);
  const kernel = packedKernel(device, convolution, direction, algorithm);
  if (algorithm === 'direct') direct(device, kernel, inputs, outputs, call);
  else if (suitsBlocks(tilesOf(call), inputs, outputs)) winogradInBlocks(device, kernel, inputs, outputs, call);
  else winogradInStages(device, kernel, inputs, outputs, call);
}

function suitsBlocks(tiles: number, inputs: number, outputs: number): boolean {
  return tiles >= LEAST_TILES_FOR_BLOCKS && POSITIONS * inputs * outputs * 4 <= LARGEST_KERNEL_FOR_BLOCKS;
}

function tilesOf({ height, width }: ConvolveCall): number {
  return Math.ceil(height / TILE) * Math.ceil(width / TILE);
}

function direct({ heap, kernels, team }: WasmDevice, kernel: number, inputs: number, outputs: number, call: ConvolveCall): void {
  const { source, mask, height, width, bias, relu, target } = call;
  const bytesPerThread = kernels.directConvolutionBytes(width, inputs, outputs);
  heap.borrow(bytesPerThread * team.size, (work) => {
    const values = [source, mask, height, width, inputs, kernel, bias, relu, target, outputs, work, bytesPerThread];
    team.run('directConvolution', values, Math.ceil(height / kernels.directStripRows()));
  });
}

function winogradInBlocks({ heap, kernels, team }: WasmDevice, kernel: number, inputs: number, outputs: number, call: ConvolveCall): void {
  const { source, mask, height, width, bias, relu, target } = call;
  const bytesPerThread = kernels.winogradBlockBytes(TILES_PER_BLOCK, inputs, outputs);
  heap.borrow(bytesPerThread * team.size, (work) => {
    const values = [source, mask, height, width, inputs, kernel, bias, relu, target, outputs, TILES_PER_BLOCK, work, bytesPerThread];
    team.run('winogradBlocks', values, Math.ceil(tilesOf(call) / TILES_PER_BLOCK));
  });
}

function winogradInStages({ heap, kernels, team }: WasmDevice, kernel: number, inputs: number, outputs: number, call: ConvolveCall): void {
  const { source, mask, height, width, bias, relu, target } = call;
  const allTiles = tilesOf(call);
  const mostTiles = Math.ceil(allTiles / Math.ceil(allTiles / TILES_PER_STAGE));
  const bytesOf = (channels: number): number => POSITIONS * (mostTiles * channels + POSITION_GAP) * 4;
  const bytesPerThread = kernels.winogradStageBytes();
  heap.borrow(bytesPerThread * team.size + bytesOf(inputs) + bytesOf(outputs), (work) => {
    const v = work + bytesPerThread * team.size;
    const m = v + bytesOf(inputs);
    for (let first = 0; first < allTiles; first += mostTiles) {
      const tiles = Math.min(mostTiles, allTiles - first);
      const portion = Math.max(1, Math.ceil(tiles / (8 * team.size)));
      team.run('winogradInputStage', [source, mask, height, width, inputs, v, first, tiles, work, bytesPerThread], tiles, portion);
      const items = POSITIONS * Math.ceil(outputs / GROUP_COLUMNS);
      team.run('winogradMultiplyStage', [v, kernel, m, tiles, inputs, outputs, GROUP_COLUMNS], items);
      team.run('winogradOutputStage', [m, first, tiles, bias, relu, target, height, width, outputs, work, bytesPerThread], tiles, portion);
    }
  });
}

/** The kernel as the algorithm wants it, made at first use; the layout for another algorithm is given up. */
function packedKernel(device: WasmDevice, convolution: WasmConvolution, direction: Direction, algorithm: Algorithm): number {
  const existing = convolution.packed[direction];
  if (existing?.algorithm === algorithm) return existing.address;
  if (existing) device.heap.allocator.free(existing.address);
  delete convolution.packed[direction];
  const address = direction === 'forward' ? packForward(device, convolution, algorithm) : packBackward(device, convolution, algorithm);
  convolution.packed[direction] = { algorithm, address };
  return address;
}

function packForward(device: WasmDevice, { kernelAddress, inputChannels, outputChannels }: WasmConvolution, algorithm: Algorithm): number {
  return pack(device, kernelAddress, inputChannels, outputChannels, algorithm);
}

function packBackward(device: WasmDevice, { kernelAddress, inputChannels, outputChannels }: WasmConvolution, algorithm: Algorithm): number {
  return device.heap.borrow(9 * inputChannels * outputChannels * 4, (rotated) => {
    device.team.run('rotateKernel', [kernelAddress, inputChannels, outputChannels, rotated], outputChannels, 16);
    return pack(device, rotated, outputChannels, inputChannels, algorithm);
  });
}

function pack({ heap, kernels, team }: WasmDevice, kernel: number, inputs: number, outputs: number, algorithm: Algorithm): number {
  if (algorithm === 'direct') {
    const packed = heap.allocator.allocate(kernels.directKernelFloats(inputs, outputs) * 4);
    kernels.packDirectKernel(kernel, inputs, outputs, packed);
    return packed;
  }
  const packed = heap.allocator.allocate(POSITIONS * inputs * outputs * 4);
  const bytesPerThread = kernels.winogradStageBytes();
  heap.borrow(bytesPerThread * team.size, (work) => {
    team.run('winogradKernel', [kernel, inputs, outputs, packed, work, bytesPerThread], inputs, 8);
  });
  return packed;
}
