import type { WebglDevice } from '../device';
import { convolveDirectly } from './direct-convolution';
import type { ConvolutionCall } from './convolution';
import { convolveByWinograd } from '../winograd/convolve';
import { POINTS, TILE } from '../../winograd/matrices';

export function convolve(device: WebglDevice, call: ConvolutionCall): void {
  if (directFetches(call) < winogradFetches(device, call)) convolveDirectly(device, call);
  else convolveByWinograd(device, call);
}

/** Fetches decide the time of both ways: here one pixel and four weight texels for each tap inside of the image. */
function directFetches({ source, target }: ConvolutionCall): number {
  const { width, height } = target.layout;
  return (3 * width - 2) * (3 * height - 2) * source.layout.blocks * target.layout.blocks * 5;
}

/** Transforms of input and output, and the multiplication, whose last group of tiles may be partly empty. */
function winogradFetches({ limits }: WebglDevice, { source, target }: ConvolutionCall): number {
  const tiles = Math.ceil(target.layout.width / TILE) * Math.ceil(target.layout.height / TILE);
  const group = limits.maxDrawBuffers >= 8 ? 8 : 4;
  const [inputs, outputs] = [source.layout.blocks, target.layout.blocks];
  const transforms = tiles * (POINTS * (TILE + POINTS) * inputs + POINTS * (POINTS + TILE * TILE) * outputs);
  return transforms + Math.ceil(tiles / group) * (group + 4) * POINTS * POINTS * inputs * outputs;
}
