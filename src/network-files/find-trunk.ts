/** Finds the convolutions of a VGG among a file's tensors, by names and shapes, with no number read. */
import { vggLayers, VGG_NAMES, type VggLayer, type VggName } from '../nst/model/vgg';
import type { NamedTensor } from './named-tensor';
import { NetworkFileError } from './network-file-error';

/** Of a kernel: PyTorch's is [out, in, 3, 3], TensorFlow's [3, 3, in, out]. */
export type Layout = 'out-in' | 'in-out';

export interface TrunkLayer extends VggLayer {
  kernel: NamedTensor;
  bias: NamedTensor;
}

export interface Trunk {
  vgg: VggName;
  layout: Layout;
  layers: TrunkLayer[];
}

/** Names that say which convolution it is: of Keras, and of the paper and those who follow it. */
const PLACES = [/block([1-5])_conv([1-4])(?!\d)/i, /conv([1-5])_([1-4])(?!\d)/i];
const NORMALIZED = /running_mean|moving_mean|batch_?norm/i;

/** Throws NetworkFileError where the tensors are no trunk of VGG-16 or VGG-19. */
export function findTrunk(tensors: readonly NamedTensor[]): Trunk {
  if (tensors.some(({ name }) => NORMALIZED.test(name))) {
    throw new NetworkFileError(
      'This network normalises batches between its layers, which Brushover’s can’t; choose a VGG-16 or VGG-19 without it.',
    );
  }
  const kernels = tensors.filter(({ shape }) => layoutOf(shape) !== null).sort(byPlace);
  const vgg = VGG_NAMES.find((name) => vggLayers(name).length === kernels.length);
  if (!vgg) {
    throw new NetworkFileError(
      `The file holds ${kernels.length} convolutions of 3 × 3, where VGG-16 has 13 and VGG-19 has 16; choose a file of one of them.`,
    );
  }
  const layout = layoutOf(kernels[0]!.shape)!;
  const layers = vggLayers(vgg).map((layer, i) => ({
    ...layer,
    kernel: checked(kernels[i]!, layer, layout),
    bias: biasOf(kernels[i]!, layer, tensors),
  }));
  return { vgg, layout, layers };
}

function layoutOf(shape: readonly number[]): Layout | null {
  if (shape.length !== 4) return null;
  if (shape[2] === 3 && shape[3] === 3) return 'out-in';
  return shape[0] === 3 && shape[1] === 3 ? 'in-out' : null;
}

function placeOf(name: string): { block: number; index: number; end: number } | null {
  for (const form of PLACES) {
    const found = form.exec(name);
    if (found) return { block: Number(found[1]), index: Number(found[2]), end: found.index + found[0].length };
  }
  return null;
}

/** Names without a place are numbered from the image on: features.0, features.2, …, features.10. */
function byPlace(a: NamedTensor, b: NamedTensor): number {
  const [placeA, placeB] = [placeOf(a.name), placeOf(b.name)];
  if (placeA && placeB) return placeA.block - placeB.block || placeA.index - placeB.index;
  return compareNumbered(a.name, b.name);
}

/** Numbers by their size, everything else by its characters: "conv2d/vars" goes before "conv2d_1/vars". */
function compareNumbered(a: string, b: string): number {
  const [partsA, partsB] = [a.split(/(\d+)/), b.split(/(\d+)/)];
  for (const [i, part] of partsA.entries()) {
    const other = partsB[i] ?? '';
    if (part === other) continue;
    const difference = i % 2 === 1 ? Number(part) - Number(other) : 0;
    return difference || (part < other ? -1 : 1);
  }
  return partsA.length - partsB.length;
}

function checked(kernel: NamedTensor, { convolution, inputChannels, outputChannels }: VggLayer, layout: Layout): NamedTensor {
  const expected = layout === 'out-in' ? [outputChannels, inputChannels, 3, 3] : [3, 3, inputChannels, outputChannels];
  if (kernel.shape.join() === expected.join()) return kernel;
  const [found, wanted] = [kernel.shape.join(' × '), expected.join(' × ')];
  throw new NetworkFileError(
    `“${kernel.name}” has the shape ${found}, where ${convolution} of a VGG has ${wanted}; choose a file of an unchanged VGG.`,
  );
}

/** The only row of numbers that belongs to the same convolution by its name. */
function biasOf({ name }: NamedTensor, { convolution, outputChannels }: VggLayer, tensors: readonly NamedTensor[]): NamedTensor {
  const stem = stemOf(name);
  const found = tensors.filter(
    (tensor) =>
      tensor.shape.length === 1 &&
      tensor.shape[0] === outputChannels &&
      tensor.name.startsWith(stem) &&
      !/\d\d/.test(tensor.name.slice(stem.length - 1, stem.length + 1)),
  );
  if (found.length !== 1) {
    throw new NetworkFileError(`The biases of ${convolution} are missing beside “${name}”; choose a file that holds the whole VGG.`);
  }
  return found[0]!;
}

/** What names of one convolution begin with. */
function stemOf(name: string): string {
  const place = placeOf(name);
  if (place) return name.slice(0, place.end);
  return name.replace(/:\d+$/, '').replace(/[^./_]*$/, '');
}
