import './fake-extension-api';
import { LAYER_TEXTS } from '../../../src/panel/explorer/layer-texts';
import { LAYERS } from '../../../src/panel/state/explorer/explored-picture';
import { hasRole, isLastOf, switchedOffBy, toggleRole } from '../../../src/panel/state/explorer/layer-roles';
import { changeSettings, resetSettings, settings } from '../../../src/preferences/settings';

beforeEach(resetSettings);

it('makes a layer a style layer in its place among the others, and leaves it out again', () => {
  changeSettings({ styleLayers: { relu1_1: 0.5, relu4_1: 2 } });
  toggleRole('styleLayers', 'relu3_2');
  expect(Object.entries(settings.value.styleLayers)).toEqual([
    ['relu1_1', 0.5],
    ['relu3_2', 1],
    ['relu4_1', 2],
  ]);
  expect(hasRole('styleLayers', 'relu3_2')).toBe(true);
  toggleRole('styleLayers', 'relu3_2');
  expect(settings.value.styleLayers).toEqual({ relu1_1: 0.5, relu4_1: 2 });
});

it('knows the only one, and counts a weight of 0 as none', () => {
  changeSettings({ contentLayers: { relu4_2: 1, relu5_1: 0 } });
  expect(isLastOf('contentLayers', 'relu4_2')).toBe(true);
  expect(isLastOf('contentLayers', 'relu5_1')).toBe(false);
  expect(hasRole('contentLayers', 'relu5_1')).toBe(false);
  toggleRole('contentLayers', 'relu5_1');
  expect(isLastOf('contentLayers', 'relu4_2')).toBe(false);
});

it('names the setting that keeps every layer of a role from counting', () => {
  expect([switchedOffBy('contentLayers'), switchedOffBy('styleLayers')]).toEqual([null, null]);
  changeSettings({ contentLosses: { laplacian: 1 }, styleLosses: { neighbors: 4 } });
  expect([switchedOffBy('contentLayers'), switchedOffBy('styleLayers')]).toEqual(['contentLosses', 'styleLosses']);
  changeSettings({ contentWeight: 0, styleWeight: 0 });
  expect([switchedOffBy('contentLayers'), switchedOffBy('styleLayers')]).toEqual(['contentWeight', 'styleWeight']);
});

it('has a sentence for every layer', () => {
  expect(Object.keys(LAYER_TEXTS)).toEqual(LAYERS);
});
