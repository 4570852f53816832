import type { WebglDevice } from '../device';
import { gridOf } from '../layout';
import type { Texture } from '../textures';
import type { ConvolutionCall, WebglConvolution } from '../operations/convolution';
import { POINTS, TILE } from '../../winograd/matrices';
import {
  inputColumnsSource,
  inputRowsSource,
  multiplySource,
  outputColumnsSource,
  outputRowsSource,
  TRANSFORM_KERNEL,
  type Share,
} from './shaders';

/** What one portion's intermediate values may take: portions that fit a processor's cache are quicker, many small ones are not. */
const MOST_PORTION_BYTES = 24 << 20;
const MOST_PORTION_TILES = 4096;
const BYTES_PER_TEXEL = 16;

/** Some rows of tiles, which go through all passes together. */
interface Portion {
  firstRow: number;
  rows: number;
  tileColumns: number;
  /** Tiles, and groups of them that a fragment of the multiplication works on. */
  tiles: number;
  tileGroups: number;
  blockGroups: number;
  share: Share;
}

export function convolveByWinograd(device: WebglDevice, call: ConvolutionCall): void {
  const { width, height } = call.target.layout;
  const tileColumns = Math.ceil(width / TILE);
  const tileRows = Math.ceil(height / TILE);
  const rows = rowsPerPortion(device, call, tileColumns, tileRows);
  const weights = transformedKernel(device, call.convolution);
  for (let firstRow = 0; firstRow < tileRows; firstRow += rows) {
    const count = Math.min(rows, tileRows - firstRow);
    convolvePortion(device, call, weights, portionOf(device, call, firstRow, count, tileColumns));
  }
}

function portionOf(device: WebglDevice, call: ConvolutionCall, firstRow: number, rows: number, tileColumns: number): Portion {
  const tiles = rows * tileColumns;
  const share = shareOf(device, tiles, call.target.layout.blocks);
  const tileGroups = Math.ceil(tiles / share.tiles);
  return { firstRow, rows, tileColumns, tiles, tileGroups, blockGroups: Math.ceil(call.target.layout.blocks / share.blocks), share };
}

/** One block for many tiles fetches as much as two blocks for half of them; where there are few tiles none must idle. */
function shareOf({ limits }: WebglDevice, tiles: number, outputBlocks: number): Share {
  const most = limits.maxDrawBuffers >= 8 ? 8 : 4;
  const narrow = most / 2;
  return outputBlocks > 1 && Math.ceil(tiles / narrow) % 2 === 1 && tiles <= most
    ? { tiles: narrow, blocks: 2 }
    : { tiles: most, blocks: 1 };
}

function rowsPerPortion({ limits }: WebglDevice, call: ConvolutionCall, tileColumns: number, tileRows: number): number {
  const [inputs, outputs] = [call.source.layout.blocks, call.target.layout.blocks];
  const bytesPerRow =
    tileColumns * (POINTS * TILE * inputs + POINTS * POINTS * (inputs + outputs) + POINTS * TILE * outputs) * BYTES_PER_TEXEL;
  const most = Math.min(
    MOST_PORTION_BYTES / bytesPerRow,
    Math.min(MOST_PORTION_TILES, limits.maxTextureSize) / tileColumns,
    limits.maxTextureSize / inputs,
  );
  return Math.max(1, Math.min(tileRows, Math.floor(most)));
}

function transformedKernel(device: WebglDevice, convolution: WebglConvolution): Texture {
  if (convolution.transformed) return convolution.transformed;
  const { kernel } = convolution;
  const transformed = device.textures.take(2 * kernel.width, 2 * kernel.height);
  device.run({
    program: TRANSFORM_KERNEL,
    target: transformed,
    textures: { kernelTexture: kernel },
    uniforms: { inputs: kernel.width / 3, blocks: kernel.height / 3 },
  });
  convolution.transformed = transformed;
  return transformed;
}

function convolvePortion(device: WebglDevice, call: ConvolutionCall, weights: Texture, portion: Portion): void {
  const [inputs, outputs] = [call.source.layout.blocks, call.target.layout.blocks];
  const { tiles, tileGroups, blockGroups, share } = portion;
  device.borrow(POINTS * tileGroups, POINTS * blockGroups, share.tiles * share.blocks, (products) => {
    device.borrow(tileGroups * share.tiles, POINTS * inputs, POINTS, (transformed) => {
      transformInput(device, call, portion, transformed);
      device.run({
        program: multiplySource(share, call.direction),
        target: products,
        textures: { weights, inputs: transformed },
        uniforms: { inputBlocks: inputs, outputBlocks: outputs, tileGroups, blockGroups },
      });
    });
    device.borrow(tiles, POINTS * outputs, TILE, (rows) => transformOutput(device, call, portion, products, rows));
  });
}

function transformInput(device: WebglDevice, { source, mask }: ConvolutionCall, portion: Portion, transformed: Texture): void {
  const { width, blocks } = source.layout;
  const { firstRow, rows, tileColumns } = portion;
  // Six points at once where a pass can write them, else two times three.
  const points = device.limits.maxDrawBuffers >= POINTS ? POINTS : POINTS / 2;
  device.borrow(width, rows * blocks, POINTS, (transformedRows) => {
    for (let first = 0; first < POINTS; first += points) {
      device.run({
        program: inputRowsSource(first, points, mask !== null),
        target: transformedRows,
        layers: { first, count: points },
        textures: { sourceTexture: source.texture, ...(mask && { maskTexture: mask }) },
        uniforms: { sourceGrid: gridOf(source.layout), rows, firstRow },
      });
    }
    for (let first = 0; first < POINTS; first += points) {
      device.run({
        program: inputColumnsSource(first, points),
        target: transformed,
        layers: { first, count: points },
        textures: { transformedRows },
        uniforms: { width, rows, blocks, tileColumns },
      });
    }
  });
}

function transformOutput(
  device: WebglDevice,
  { convolution, direction, target }: ConvolutionCall,
  portion: Portion,
  products: Texture,
  rows: Texture,
): void {
  const { blocks, width, height } = target.layout;
  const { firstRow, tileColumns, tileGroups, blockGroups, share } = portion;
  const forward = direction === 'forward';
  device.run({ program: outputRowsSource(share), target: rows, textures: { products }, uniforms: { blocks, tileGroups, blockGroups } });
  const y = firstRow * TILE;
  device.run({
    program: outputColumnsSource(forward),
    target: target.texture,
    textures: { transformedRows: rows, ...(forward && { biasTexture: convolution.bias }) },
    uniforms: { blocks, firstRow, tileColumns },
    blocks: { layout: target.layout, region: { x: 0, y, width, height: Math.min(portion.rows * TILE, height - y) } },
  });
}
