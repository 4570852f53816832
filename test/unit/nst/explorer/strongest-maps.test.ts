/** Activation maps against what PyTorch makes of the unquantised network. See test/fixtures/README.md. */
import { readFileSync } from 'node:fs';
import { decode } from 'fast-png';
import type { Engine } from '../../../../src/nst/engines/engine';
import { strongestMaps } from '../../../../src/nst/explorer/strongest-maps';
import type { Model } from '../../../../src/nst/model/model';
import { rgbaOfPng } from '../../../../tools/rgba-of-png';
import { openEngine } from '../../wasm-engine/open-engine';
import { readJson, vgg16 } from '../files';

interface LayerNumbers {
  mean: number;
  /** Of the first four channels, at the top left corner. */
  first: number[];
}

const numbers = readJson<{ features_avg_pool_of_content: Record<string, LayerNumbers> }>(
  'test/fixtures/fixture.json',
).features_avg_pool_of_content;
const picture = rgbaOfPng(decode(readFileSync('test/fixtures/ref-content.png')));
/** As the reference has it: 192 pixels wide, zeros beyond the edge. */
const asReference = { count: Infinity, size: 192, network: { pooling: 'avg', padding: 'zero' } } as const;

let engine: Engine;
let model: Model;
beforeAll(async () => {
  [engine, model] = await Promise.all([openEngine({ threads: 1 }), vgg16('relu5_3')]);
});

/** 8-bit weights: what their rounding does to single channels is gone in a layer's mean. */
const MEAN_TOLERANCE = 5e-3;
/** Of a channel's highest value: half a level of grey, and the weights' rounding. */
const CORNER_TOLERANCE = 0.03;

it.each(['relu1_2', 'relu3_1', 'relu4_2', 'relu5_3'])('sees at %s what the reference sees', async (layer) => {
  const { channels, maps } = await strongestMaps(engine, model, picture, layer, asReference);
  const { mean, first } = numbers[layer];
  expect(maps).toHaveLength(channels);
  expect(Math.abs(maps.reduce((sum, map) => sum + map.mean, 0) / channels / mean - 1)).toBeLessThan(MEAN_TOLERANCE);
  first.forEach((expected, channel) => {
    const { highest, picture: map } = maps.find((one) => one.channel === channel)!;
    expect(Math.abs((highest * map.data[0]) / 255 - expected)).toBeLessThanOrEqual(CORNER_TOLERANCE * highest);
  });
});

it('shows the strongest channels first, each from black to white, and leaves no tensor behind', async () => {
  const before = engine.memory().tensors;
  const { channels, sees, maps } = await strongestMaps(engine, model, picture, 'relu3_1');
  expect(engine.memory().tensors).toBe(before);
  expect({ channels, sees, count: maps.length }).toEqual({ channels: 256, sees: 24, count: 8 });
  expect(maps.map(({ mean }) => mean)).toEqual(maps.map(({ mean }) => mean).sort((a, b) => b - a));
  for (const { picture: map } of maps) {
    // 128 pixels, halved twice.
    expect([map.width, map.height]).toEqual([32, 21]);
    expect(Math.max(...map.data.filter((_, i) => i % 4 === 0))).toBe(255);
  }
});
