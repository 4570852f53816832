import * as v from 'valibot';
import { readFileSync } from 'node:fs';
import { vggLayerNames } from '../../../src/nst/model/vgg';
import { needsOf } from '../../../src/nst/schema/settings-table';
import { defaultSettings, gramSettings, SETTINGS, settingsSchema, writtenSettingsSchema } from '../../../src/nst/settings';

const entries = Object.entries(SETTINGS);
const needs = (change: object) => needsOf(settingsSchema, { ...defaultSettings, ...change });

test('the defaults need nothing', () => {
  expect(needsOf(settingsSchema, defaultSettings)).toEqual({});
  expect(needsOf(settingsSchema, gramSettings)).toEqual({});
});

test.each(entries)('%s says what it is and what it takes', (_key, { label, explanation, takes }) => {
  expect(label).toMatch(/^[A-Zα-ω]/);
  expect(explanation).toMatch(/\.$/);
  expect(takes).toMatch(/^(a |one of |on or off|weights)/);
});

/** Objects are of the kind of layers' weights: what is in them is refused below. */
const isOfItsKind = (key: string, value: unknown): boolean =>
  SETTINGS[key as keyof typeof SETTINGS].kind === 'weights' && typeof value === 'object';

test.each(entries)('%s refuses what is none of its kind, in the same words', (key, { takes }) => {
  for (const value of [undefined, 'much', {}, NaN, Infinity, () => 1]) {
    if (!isOfItsKind(key, value)) expect(takes).toContain(needs({ [key]: value })[key as keyof typeof SETTINGS]);
  }
});

test.each<[string, object, string]>([
  ['earlyStop', { earlyStop: 5 }, 'a number from 0 to 0.5'],
  ['learningRate', { learningRate: 0 }, 'a number from 0.000000000001 to 1000000'],
  ['evaluations', { evaluations: 1e300 }, 'a whole number from 1 to 10000'],
  ['scales', { scales: 9 }, 'a whole number from 1 to 8'],
  ['scales', { scales: [] }, 'sizes that grow to 1, such as 0.5x60,1x40'],
  ['scales', { scales: [{ scale: 0.5, evaluations: 9 }] }, 'sizes that grow to 1, such as 0.5x60,1x40'],
  ['scales', { scales: [null] }, 'a whole number from 1 to 8, or sizes that grow to 1, such as 0.5x60,1x40'],
  ['contentLayers', { contentLayers: { relu4_2: NaN } }, 'a number from 0 to 1000000 as the weight of relu4_2'],
  [
    'contentLayers',
    { contentLayers: JSON.parse('{"__proto__": 1}') as object },
    expect.stringMatching(/there is no “__proto__”$/) as string,
  ],
  ['styleLayers', { styleLayers: { relu1_1: 0 } }, 'at least one weight above 0'],
  ['styleWeight', { styleWeight: 0, contentWeight: 0 }, 'a number above 0 where the content weight or every content layer is 0'],
  ['styleWeight', { styleWeight: 0, contentLayers: {} }, 'a number above 0 where the content weight or every content layer is 0'],
])('%s in %j needs something else', (key, change, need) => {
  expect(needs(change)).toEqual({ [key]: need });
});

test('the layers are those of VGG-19, which has all of the network that ships', () => {
  const { layers } = JSON.parse(readFileSync('models/vgg16/manifest.json', 'utf8')) as { layers: { name: string }[] };
  const names = layers.map(({ name }) => name);
  expect(vggLayerNames('vgg16')).toEqual(names);
  const all = [...names, 'relu3_4', 'relu4_4', 'relu5_4'].sort();
  expect(vggLayerNames('vgg19')).toEqual(all);
  expect(Object.keys(SETTINGS.styleLayers.names)).toEqual(all);
  expect(Object.keys(SETTINGS.contentLayers.names)).toEqual(all);
});

test('settings of another version: what is missing is default, what is unknown is left out, what is wrong is not taken', () => {
  expect(v.parse(writtenSettingsSchema, { styleWeight: 3, sharpness: 7 })).toEqual({ ...defaultSettings, styleWeight: 3 });
  expect(v.is(writtenSettingsSchema, { styleWeight: '3' })).toBe(false);
  expect(v.is(writtenSettingsSchema, { styleWeight: null })).toBe(false);
});

test('only own properties are settings', () => {
  const inherited = Object.create({ seed: -5 }) as object;
  expect(v.parse(writtenSettingsSchema, { ...inherited })).toEqual(defaultSettings);
});
