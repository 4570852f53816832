import { findTrunk } from '../../../src/network-files/find-trunk';
import type { VggName } from '../../../src/nst/model/vgg';
import { vggLayers } from '../../../src/nst/model/vgg';
import { featureNumbers, shapesOf } from './files-for-tests';

type Namer = (part: 'kernel' | 'bias', index: number, vgg: VggName) => string;

const place = (vgg: VggName, index: number) => {
  const [block, number] = vggLayers(vgg)[index]!.convolution.slice(4).split('_');
  return { block, number };
};
const torch = (part: 'kernel' | 'bias') => (part === 'kernel' ? 'weight' : 'bias');

const NAMES: [string, 'torch' | 'keras', Namer][] = [
  ['torchvision and timm', 'torch', (part, i, vgg) => `features.${featureNumbers(vgg)[i]}.${torch(part)}`],
  ['a model wrapped in others', 'torch', (part, i, vgg) => `module.vgg.features.${featureNumbers(vgg)[i]}.${torch(part)}`],
  ['timm’s feature lists', 'torch', (part, i, vgg) => `features_${featureNumbers(vgg)[i]}.${torch(part)}`],
  ['the trunk alone', 'torch', (part, i, vgg) => `${featureNumbers(vgg)[i]}.${torch(part)}`],
  ['slices', 'torch', (part, i, vgg) => `slice${place(vgg, i).block}.${featureNumbers(vgg)[i]}.${torch(part)}`],
  ['the paper’s names', 'torch', (part, i, vgg) => `${vggLayers(vgg)[i]!.convolution}.${torch(part)}`],
  ['Keras', 'keras', (part, i, vgg) => `block${place(vgg, i).block}_conv${place(vgg, i).number}/${part}:0`],
  [
    'Keras 2’s files',
    'keras',
    (part, i, vgg) => `block${place(vgg, i).block}_conv${place(vgg, i).number}_${part === 'kernel' ? 'W_1' : 'b_1'}:0`,
  ],
  [
    'Keras 3’s files',
    'keras',
    (part, i, vgg) =>
      `block${place(vgg, i).block}/layers/conv2d${Number(place(vgg, i).number) > 1 ? `_${Number(place(vgg, i).number) - 1}` : ''}/vars/${part === 'kernel' ? 0 : 1}`,
  ],
  [
    'TensorFlow.js’ graphs',
    'keras',
    (part, i, vgg) =>
      `StatefulPartitionedCall/vgg_1/block${place(vgg, i).block}_conv${place(vgg, i).number}_1/${part === 'kernel' ? 'convolution/ReadVariableOp' : 'Squeeze'}`,
  ],
];

describe.each(['vgg16', 'vgg19'] as const)('%s', (vgg) => {
  it.each(NAMES)('is found by the names of %s, in any order, beside a classifier', (_name, layout, namer) => {
    const tensors = shapesOf(vgg, (part, i) => namer(part, i, vgg), layout);
    const classifier = [
      { name: 'classifier.0.weight', shape: [4096, 25088], read: tensors[0]!.read },
      { name: 'classifier.0.bias', shape: [4096], read: tensors[0]!.read },
    ];
    const trunk = findTrunk([...classifier, ...tensors.slice().reverse()]);
    expect(trunk.vgg).toBe(vgg);
    expect(trunk.layout).toBe(layout === 'torch' ? 'out-in' : 'in-out');
    expect(trunk.layers.flatMap(({ kernel, bias }) => [kernel.name, bias.name])).toEqual(tensors.map(({ name }) => name));
  });
});

const whole = shapesOf('vgg16', (part, i) => `features.${featureNumbers('vgg16')[i]}.${torch(part)}`, 'torch');
const changed = (name: string, shape: number[]) => whole.map((tensor) => (tensor.name === name ? { ...tensor, shape } : tensor));

it.each<[string, typeof whole, RegExp]>([
  ['nothing', [], /^The file holds 0 convolutions of 3 × 3, where VGG-16 has 13 and VGG-19 has 16; choose a file of one of them\.$/],
  ['a trunk that is cut off', whole.slice(0, 20), /^The file holds 10 convolutions/],
  ['two trunks', [...whole, ...whole], /^The file holds 26 convolutions/],
  [
    'a wider layer',
    changed('features.5.weight', [160, 64, 3, 3]),
    /^“features\.5\.weight” has the shape 160 × 64 × 3 × 3, where conv2_1 of a VGG has 128 × 64 × 3 × 3/,
  ],
  ['another layout in one layer', changed('features.2.weight', [3, 3, 64, 64]), /^“features\.2\.weight” has the shape/],
  ['no biases', whole.filter(({ name }) => name !== 'features.2.bias'), /^The biases of conv1_2 are missing beside “features\.2\.weight”/],
  [
    'batch normalisation',
    [...whole, { ...whole[1]!, name: 'features.1.running_mean' }],
    /^This network normalises batches between its layers/,
  ],
])('%s is refused in one sentence', (_name, tensors, sentence) => {
  expect(() => findTrunk(tensors)).toThrow(sentence);
});
