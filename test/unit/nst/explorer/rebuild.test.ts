/** Pictures rebuilt from one layer alone, with the real network. */
import { readFileSync } from 'node:fs';
import { decode } from 'fast-png';
import type { Engine } from '../../../../src/nst/engines/engine';
import { rebuild } from '../../../../src/nst/explorer/rebuild';
import { rebuildSettings } from '../../../../src/nst/explorer/rebuild-settings';
import { resampleRgba } from '../../../../src/nst/images/resample';
import type { RgbaImage } from '../../../../src/nst/images/image';
import type { Model } from '../../../../src/nst/model/model';
import { rgbaOfPng } from '../../../../tools/rgba-of-png';
import { openEngine } from '../../wasm-engine/open-engine';
import { relativeDistance } from '../evaluate-once';
import { vgg16 } from '../files';

const picture = resampleRgba(rgbaOfPng(decode(readFileSync('test/fixtures/ref-content.png'))), 60, 40);
const EVALUATIONS = 25;

let engine: Engine;
let model: Model;
beforeAll(async () => {
  [engine, model] = await Promise.all([openEngine({ threads: 1 }), vgg16('relu4_1')]);
});

/** How many times smaller the loss becomes in so few evaluations, a third of what was measured; and how near the pixels come. */
it.each([
  { from: 'content', layer: 'relu1_1', factor: 2000, nearest: 0, farthest: 0.1 },
  { from: 'content', layer: 'relu4_1', factor: 4, nearest: 0.2, farthest: 0.5 },
  { from: 'style', layer: 'relu1_1', factor: 200, nearest: 0.3, farthest: 1 },
  { from: 'style', layer: 'relu4_1', factor: 3.5, nearest: 0.3, farthest: 1 },
] as const)('rebuilds a picture from the $from of $layer', async ({ from, layer, factor, nearest, farthest }) => {
  const before = engine.memory().tensors;
  const { picture: rebuilt, lossBefore, lossAfter } = await rebuild(engine, model, picture, from, layer, { evaluations: EVALUATIONS });
  expect(lossBefore / lossAfter).toBeGreaterThan(factor);
  expect([rebuilt.width, rebuilt.height]).toEqual([60, 40]);
  const distance = relativeDistance(coloursOf(rebuilt), coloursOf(picture));
  expect(distance).toBeGreaterThan(nearest);
  expect(distance).toBeLessThan(farthest);
  expect(engine.memory().tensors).toBe(before);
});

it('compares the first layer of each block up to the one that is explored, and nothing else', () => {
  expect(Object.keys(rebuildSettings('style', 'relu3_2').styleLayers)).toEqual(['relu1_1', 'relu2_1', 'relu3_1', 'relu3_2']);
  expect(Object.keys(rebuildSettings('style', 'relu2_1').styleLayers)).toEqual(['relu1_1', 'relu2_1']);
  expect(rebuildSettings('content', 'relu3_2')).toMatchObject({
    contentLayers: { relu3_2: 1 },
    styleWeight: 0,
    tvWeight: 0,
    init: 'noise',
  });
});

it('ends between two evaluations when nobody waits any more, and leaves no tensor behind', async () => {
  const before = engine.memory().tensors;
  const abort = new AbortController();
  const seen: number[] = [];
  const work = rebuild(engine, model, picture, 'content', 'relu2_1', {
    signal: abort.signal,
    wantsPicture: () => true,
    onPicture: (now, fraction) => {
      expect([now.width, now.height]).toEqual([60, 40]);
      seen.push(fraction);
      if (seen.length === 3) abort.abort(new Error('Nobody waits.'));
    },
  });
  await expect(work).rejects.toThrow('Nobody waits.');
  expect(seen).toEqual([1 / 60, 2 / 60, 3 / 60]);
  expect(engine.memory().tensors).toBe(before);
});

function coloursOf({ data }: RgbaImage): number[] {
  return [...data].filter((_, i) => i % 4 !== 3);
}
