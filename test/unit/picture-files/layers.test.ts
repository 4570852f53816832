/** Files of layers that other programs wrote; everything that is not the new layer stays byte for byte. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { layerNamed, openLayeredFile, type LayeredFile } from '../../../src/picture-files/layers/layered-file';
import { packRows } from '../../../src/picture-files/layers/pack-bits';

const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(`test/fixtures/layers/${name}`));
const opened = async (bytes: Uint8Array): Promise<LayeredFile> => (await openLayeredFile(bytes, 'The file'))!;

describe.each(['group.psd', '2layers.psb', 'hidden-groups.psd', 'pyora.ora'])('%s', (name) => {
  it('gets a layer right above another one, with its pixels, at its place; all others stay', async () => {
    const before = await opened(bytesOf(name));
    for (const [i, layer] of before.layers.entries()) {
      const picture = {
        ...before.pictureOf(layer),
        data: before.pictureOf(layer).data.map((value, at) => (at % 4 === 3 ? value : 255 - value)),
      };
      const after = await opened(await before.withLayerAbove(layer, picture, 'Brushover · “Nächte” 日本'));
      expect(after.layers).toHaveLength(before.layers.length + 1);
      const [added] = after.layers.slice(i);
      const folder = layer.path.slice(0, layer.path.lastIndexOf('/') + 1);
      expect(added).toEqual({ ...layer, path: `${folder}Brushover · “Nächte” 日本` });
      expect(Buffer.from(after.pictureOf(added!).data).equals(Buffer.from(picture.data))).toBe(true);
      const others = after.layers.filter((one) => one !== added);
      expect(others).toEqual([...before.layers]);
      others.forEach((one, at) => expect(after.pictureOf(one)).toEqual(before.pictureOf(before.layers[at]!)));
    }
  });
});

it('in a PSD every byte before and behind the new ones is the file’s own', async () => {
  const bytes = bytesOf('group.psd');
  const file = await opened(bytes);
  const [layer] = file.layers;
  const written = await file.withLayerAbove(layer!, file.pictureOf(layer!), 'New');
  // What is left when both ends are taken off: lengths of two sections, the count of layers, and the new layer itself.
  const begins = bytes.findIndex((byte, i) => byte !== written[i]);
  expect(begins).toBeGreaterThan(26);
  const merged = 200;
  expect(Buffer.from(written.subarray(-merged)).equals(Buffer.from(bytes.subarray(-merged)))).toBe(true);
  const kept = pieces(bytes, 64).filter((piece) => Buffer.from(written).includes(piece)).length;
  // Those that hold a changed length, or where the new parts come between, are other ones.
  expect(pieces(bytes, 64).length - kept).toBeLessThanOrEqual(5);
});

function pieces(bytes: Uint8Array, length: number): Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / length) }, (_, i) => Buffer.from(bytes.subarray(i * length, (i + 1) * length)));
}

it('an OpenRaster file keeps its other files and begins with its kind, unpacked', async () => {
  const bytes = bytesOf('pyora.ora');
  const file = await opened(bytes);
  const layer = layerNamed(file.layers, 'Cat <1>');
  expect(layer).toMatchObject({ path: 'Figures & "more"/Cat <1>', x: 13, y: 7, width: 30, height: 20 });
  const written = await file.withLayerAbove(layer, file.pictureOf(layer), 'A & <B>');
  expect(strFromU8(written.subarray(30, 54), true)).toBe('mimetypeimage/openraster');
  const [before, after] = [unzipSync(bytes), unzipSync(written)];
  for (const name of Object.keys(before)) if (name !== 'stack.xml') expect(after[name]).toEqual(before[name]);
  expect(strFromU8(after['stack.xml']!)).toContain('<layer name="A &amp; &lt;B&gt;"');
});

it('a layer that is not named, not there, or there twice is told with the names that are', async () => {
  const { layers } = await opened(bytesOf('pyora.ora'));
  expect(() => layerNamed(layers, null)).toThrow('Say which layer; the file has “Figures & "more"/Cat <1>”, “Back”.');
  expect(() => layerNamed(layers, 'Dog')).toThrow('There is no layer “Dog”; the file has');
  const twins = layers.map((layer) => ({ ...layer, path: `${layer.x}/Twin` }));
  expect(() => layerNamed(twins, 'Twin')).toThrow('There are several layers called “Twin”');
  expect(layerNamed(twins, '13/Twin')).toBe(twins[0]);
});

const changed = (at: number, value: number) => (bytes: Uint8Array) => bytes.map((byte, i) => (i === at ? value : byte));

it.each<[string, (bytes: Uint8Array) => Uint8Array, RegExp]>([
  ['is cut off', (bytes) => bytes.subarray(0, 400), /can't be read as a file of layers/],
  ['is in CMYK', changed(25, 4), /RGB with 8 bits/],
  ['has 16 bits a channel', changed(23, 16), /RGB with 8 bits/],
  ['claims a million pixels a side', changed(15, 15), /too large; make it smaller/],
])('a PSD that %s is one sentence', async (_name, change, sentence) => {
  await expect(openLayeredFile(change(bytesOf('group.psd')), 'The file')).rejects.toThrow(sentence);
});

it('packed rows unpack to themselves, and equal bytes take little', () => {
  const width = 300;
  const noise = Uint8Array.from({ length: 2 * width }, (_, i) => (i * 7919 * (1 + (i % 13))) >> 3);
  const flat = new Uint8Array(2 * width).fill(9);
  for (const plane of [noise, flat]) expect(unpacked(packRows(plane, width, 2), 2)).toEqual([...plane]);
  expect(packRows(flat, width, 2).length).toBeLessThan(24);
});

function unpacked(packed: Uint8Array, rows: number): number[] {
  const bytes: number[] = [];
  for (let at = 2 * rows; at < packed.length;) {
    const head = packed[at++]!;
    if (head < 128) {
      bytes.push(...packed.subarray(at, at + head + 1));
      at += head + 1;
    } else bytes.push(...Array<number>(257 - head).fill(packed[at++]!));
  }
  return bytes;
}
