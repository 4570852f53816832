import { problemsOf, settingsFromStored } from '../../../src/preferences/check-settings';
import { defaultPanelSettings, transferSettingsOf, type PanelSettings } from '../../../src/preferences/panel-settings';
import { defaultSettings } from '../../../src/nst/settings';

const withChange = (change: Partial<PanelSettings>) => problemsOf({ ...defaultPanelSettings, ...change });

test('the defaults have no problem', () => {
  expect(problemsOf(defaultPanelSettings)).toEqual({});
});

test.each<[keyof PanelSettings, Partial<PanelSettings>]>([
  ['styleWeight', { styleWeight: NaN }],
  ['styleWeight', { styleWeight: -1 }],
  ['styleWeight', { styleWeight: Infinity }],
  ['evaluations', { evaluations: 0 }],
  ['evaluations', { evaluations: 2.5 }],
  ['learningRate', { learningRate: 0 }],
  ['seed', { seed: 2 ** 32 }],
  ['scales', { scales: 9 }],
  ['scales', { scales: [{ scale: 2, evaluations: 10 }] }],
  ['tileMemory', { tileMemory: 1 }],
  ['size', { size: 15 }],
  ['contentLayers', { contentLayers: { relu4_2: NaN } }],
  ['contentLayers', { contentLayers: { relu9_9: 1 } }],
  ['styleLayers', { styleLayers: {} }],
  ['styleLayers', { styleLayers: { relu1_1: 0 } }],
  ['styleLosses', { styleLosses: { gram: 0 } }],
  ['styleLosses', { styleLosses: { gram: 1, neighbors: -1 } }],
  ['styleLayers', { styleLayers: { constructor: 1, relu1_1: 1 } }],
  ['styleWeight', { styleWeight: 0, contentWeight: 0 }],
  ['styleWeight', { styleWeight: 0, contentLayers: { relu4_2: 0 } }],
])('%s is refused in %p with a sentence', (key, change) => {
  const problems = withChange(change);
  expect(Object.keys(problems)).toEqual([key]);
  expect(problems[key]).toMatch(/^[A-Z].*\.$/);
});

test('an empty field is a value where the method can choose', () => {
  expect(withChange({ learningRate: null, earlyStop: null, scales: null, tileMemory: null, size: null })).toEqual({});
});

test('no content layer at all is allowed: a texture of the style', () => {
  expect(withChange({ contentLayers: {} })).toEqual({});
});

test('stored values that can be used are taken, the rest is default', () => {
  const stored = { styleWeight: 33, evaluations: -5, pooling: 'min', engine: 'wasm', unknown: 1, seed: null, scales: 3 };
  expect(settingsFromStored(stored)).toEqual({ ...defaultPanelSettings, styleWeight: 33, engine: 'wasm', scales: 3 });
});

test.each([undefined, null, 'text', 7])('nothing usable in storage (%p) gives the defaults', (stored) => {
  expect(settingsFromStored(stored)).toEqual(defaultPanelSettings);
});

test('a job gets exactly the settings of the method', () => {
  expect(Object.keys(transferSettingsOf(defaultPanelSettings)).sort()).toEqual(Object.keys(defaultSettings).sort());
});

it('names a layer that the network in use lacks, unless another network has it', () => {
  const settings = { ...defaultPanelSettings, styleLayers: { relu1_1: 1, relu3_4: 1 } };
  expect(problemsOf(settings, 'vgg16')).toEqual({
    styleLayers: 'VGG-16 has no layer relu3_4; empty its field, or choose another network on the options page.',
  });
  expect(problemsOf(settings, 'vgg19')).toEqual({});
});
