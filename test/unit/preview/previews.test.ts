import * as tf from '@tensorflow/tfjs';
import { ArbitraryStylizer } from '../../../src/nst/preview/arbitrary-stylizer';
import { LearnedStyles, onlyStyle } from '../../../src/nst/preview/learned-styles';
import { blendStyleVectors, styleWithStrength } from '../../../src/nst/preview/style-vectors';
import { forgetShards, type FetchAsset } from '../../../src/nst/model/assets';
import { fetchFromDisk } from '../model/assets-from-disk';
import { meanDifference, previewFixture, randomPicture } from './pictures';
import { useWasmBackend } from './wasm-backend';

const vector = Float32Array.from(previewFixture().styleVector.unrounded);

let arbitrary: ArbitraryStylizer;
let learned: LearnedStyles;
beforeAll(async () => {
  await useWasmBackend();
  arbitrary = await ArbitraryStylizer.load(fetchFromDisk);
  learned = await LearnedStyles.load(fetchFromDisk);
});
afterAll(() => {
  arbitrary.dispose();
  learned.dispose();
  expect(tf.memory().numTensors).toBe(0);
});

it.each([
  [1, 1],
  [3, 40],
  [17, 33],
  [64, 64],
])('paints %i×%i pixels at their size and leaves no tensor', async (width, height) => {
  const before = tf.memory().numTensors;
  const painted = await arbitrary.stylizeWithVector(randomPicture(width, height), vector);
  expect([painted.width, painted.height, painted.data.length]).toEqual([width, height, width * height * 3]);
  expect(painted.data.every((value) => value >= 0 && value <= 255)).toBe(true);
  await learned.stylize(randomPicture(width, height), onlyStyle(0));
  await arbitrary.predictStyleVector(randomPicture(width, height));
  expect(tf.memory().numTensors).toBe(before);
});

it('paints every learned style differently', async () => {
  const content = randomPicture(32, 32);
  const first = await learned.stylize(content, onlyStyle(0));
  for (const index of [1, 13, 25]) {
    expect(meanDifference(await learned.stylize(content, onlyStyle(index)), first)).toBeGreaterThan(0.05);
  }
});

it('changes the picture steadily with the strength', async () => {
  const content = randomPicture(64, 64);
  const own = await arbitrary.predictStyleVector(content);
  const paint = (strength: number) => arbitrary.stylizeWithVector(content, styleWithStrength(own, vector, strength));
  const [none, half, full] = [await paint(0), await paint(0.5), await paint(1)];
  expect(meanDifference(none, await arbitrary.stylizeWithVector(content, own))).toBe(0);
  expect(meanDifference(full, await arbitrary.stylizeWithVector(content, vector))).toBeLessThan(1e-5);
  expect(meanDifference(none, half)).toBeLessThan(meanDifference(none, full));
});

it('blends styles by their shares', () => {
  const zeros = new Float32Array(100);
  const ones = new Float32Array(100).fill(1);
  const blend = blendStyleVectors([
    { vector: zeros, weight: 3 },
    { vector: ones, weight: 1 },
  ]);
  expect([...blend]).toEqual(Array(100).fill(0.25));
});

describe('bad input', () => {
  it.each([
    ['no pixels', { width: 0, height: 5, channels: 3, data: new Float32Array(0) }, 'picture-empty'],
    ['1025 pixels', randomPicture(1025, 2), 'picture-too-large'],
  ])('refuses a picture of %s and leaves no tensor', async (_, picture, code) => {
    const before = tf.memory().numTensors;
    await expect(arbitrary.stylizeWithVector(picture, vector)).rejects.toMatchObject({ name: 'PreviewError', code });
    await expect(learned.stylize(picture, onlyStyle(1))).rejects.toMatchObject({ code });
    expect(tf.memory().numTensors).toBe(before);
  });

  it.each([[[]], [Array(26).fill(0)], [[-1, ...Array(25).fill(1)]], [[NaN, ...Array(25).fill(1)]]])(
    'refuses the weights %j',
    async (weights) => {
      const promise = learned.stylize(randomPicture(16, 16), weights as number[]);
      await expect(promise).rejects.toMatchObject({ code: 'bad-weights' });
    },
  );

  it('refuses a style of another network, and one that there is not', async () => {
    const promise = arbitrary.stylizeWithVector(randomPicture(16, 16), new Float32Array(26));
    await expect(promise).rejects.toThrow('A style has 100 numbers, not 26; read it again.');
    expect(() => onlyStyle(26)).toThrow('There is no learned style 26; choose one from 0 to 25.');
  });

  it('names a damaged file', async () => {
    forgetShards();
    const fetchAsset: FetchAsset = async (path) => {
      const bytes = await fetchFromDisk(path);
      return path.endsWith('.bin') ? bytes.slice(4) : bytes;
    };
    await expect(ArbitraryStylizer.load(fetchAsset)).rejects.toThrow(/^models\/arbitrary\/shard-1\.bin has \d+ bytes/);
  });
});
