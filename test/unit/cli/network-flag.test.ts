import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readNetworkFlags } from '../../../tools/cli/network-flag';
import { readOrder } from '../../../tools/cli/order';
import { UsageError } from '../../../tools/cli/options';

const folder = mkdtempSync(join(tmpdir(), 'brushover-network-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('is the network that ships where none is given', async () => {
  expect(await readNetworkFlags(null, null)).toEqual({ id: 'vgg16-imagenet', vgg: 'vgg16', own: null });
});

writeFileSync(join(folder, 'a.safetensors'), 'nothing');
writeFileSync(join(folder, 'model.json'), JSON.stringify({ weightsManifest: [{ paths: ['b.bin'], weights: [] }] }));

it.each<[string | null, string | null, RegExp]>([
  [join(folder, 'none'), null, /^--network: there is no readable file .*none\.$/],
  [join(folder, 'a.safetensors'), null, /^--network: This is no safetensors file, or a damaged one: it is too short;/],
  [join(folder, 'model.json'), null, /^--network: The file “b\.bin” is missing;/],
  [null, 'caffe', /^--network-input says how the pictures of --network were prepared; give that, too\.$/],
  [join(folder, 'a.safetensors'), 'bgr', /^--network-input needs one of auto, caffe, torchvision, not “bgr”\.$/],
])('--network %s --network-input %s is one clear sentence', async (path, input, sentence) => {
  const promise = readNetworkFlags(path, input);
  await expect(promise).rejects.toThrow(UsageError);
  await expect(promise).rejects.toThrow(sentence);
});

it('a layer that the network lacks is told before anything is painted', async () => {
  const photo = 'test/fixtures/photos/photo-cat.jpg';
  const args = ['--content', photo, '--style', photo, '--output', join(folder, 'g.png'), '--style-layers', 'relu1_1=1,relu4_4=1'];
  await expect(readOrder(args)).rejects.toThrow(/^VGG-16 has no layer relu4_4; leave it out of --content-layers and --style-layers,/);
});
