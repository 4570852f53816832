import { stored } from '../panel/fake-extension-api';
import { panelSettingsSchema, defaultPanelSettings } from '../../../src/preferences/panel-settings';
import { BUILT_IN_PRESETS } from '../../../src/preferences/built-in-presets';
import {
  choosePreset,
  chosenPreset,
  deletePreset,
  ownPresets,
  presets,
  restorePresets,
  savePreset,
} from '../../../src/preferences/presets';
import { changeSettings, isDefault, resetSetting, resetSettings, settings } from '../../../src/preferences/settings';
import * as v from 'valibot';

const named = (name: string) => presets.value.find((preset) => preset.name === name)!;

beforeEach(resetSettings);

test('every built-in preset holds settings that can be used, and no two are alike', () => {
  const looks = BUILT_IN_PRESETS.map(({ settings }) => ({ ...defaultPanelSettings, ...settings }));
  for (const look of looks) expect(v.safeParse(panelSettingsSchema, look).success).toBe(true);
  expect(new Set(looks.map((look) => JSON.stringify(look))).size).toBe(BUILT_IN_PRESETS.length);
});

test('the defaults are the first preset, a change is none, and each that is chosen is seen as chosen', () => {
  expect(chosenPreset.value?.name).toBe('Painterly');
  changeSettings({ seed: 9 });
  expect(chosenPreset.value).toBeNull();
  for (const preset of BUILT_IN_PRESETS) {
    choosePreset(preset);
    expect(chosenPreset.value).toBe(preset);
  }
});

test('a preset leaves engine, memory and size alone, and the size that Fast made small comes back', () => {
  changeSettings({ engine: 'wasm', tileMemory: 400, insertWhenFinished: false, size: 768, seed: 5 });
  choosePreset(named('Abstract'));
  expect(settings.value).toMatchObject({
    engine: 'wasm',
    tileMemory: 400,
    insertWhenFinished: false,
    size: 768,
    seed: 1,
    strokeSize: 'bold',
  });
  choosePreset(named('Fast'));
  expect(settings.value.size).toBe(256);
  choosePreset(named('Painterly'));
  expect(settings.value).toMatchObject({ size: 512, engine: 'wasm' });
});

test('an own preset is kept, found again, replaced under its name and deleted', async () => {
  changeSettings({ styleWeight: 3, engine: 'wasm', contentLosses: { laplacian: 1, features: 1 } });
  expect(await savePreset('  Mine ')).toBeNull();
  expect(chosenPreset.value?.name).toBe('Mine');
  await restorePresets();
  expect(chosenPreset.value?.name).toBe('Mine');
  expect(ownPresets.value[0].settings).not.toHaveProperty('engine');

  changeSettings({ styleWeight: 4 });
  await savePreset('Mine');
  expect(ownPresets.value.map(({ settings }) => settings.styleWeight)).toEqual([4]);
  await deletePreset(ownPresets.value[0]);
  expect(stored.panelPresets).toEqual([]);
});

test('a name that is empty, too long or taken, and settings that cannot be used, are refused in a sentence', async () => {
  expect(await savePreset(' ')).toMatch(/Enter a name/);
  expect(await savePreset('x'.repeat(41))).toMatch(/at most 40/);
  expect(await savePreset('Poster')).toMatch(/comes with Brushover/);
  changeSettings({ seed: NaN });
  expect(await savePreset('Broken')).toMatch(/mend those that are marked/);
  expect(ownPresets.value).toEqual([]);
});

test('presets that another hand wrote are left out or mended', async () => {
  stored.panelPresets = 'rubbish';
  await restorePresets();
  expect(ownPresets.value).toEqual([]);
  stored.panelPresets = [{ name: 'Old', settings: { seed: -4, styleWeight: 2 } }];
  await restorePresets();
  expect(ownPresets.value[0].settings).toMatchObject({ seed: 1, styleWeight: 2 });
});

test('one setting goes back to its default alone', () => {
  changeSettings({ seed: 9, styleWeight: 4 });
  resetSetting('seed');
  expect(settings.value).toMatchObject({ seed: 1, styleWeight: 4 });
  expect([isDefault('seed'), isDefault('styleWeight')]).toEqual([true, false]);
});

test('weights in another order are still the defaults', () => {
  changeSettings({ styleLosses: { neighbors: 4, gram: 5 } });
  expect(isDefault('styleLosses')).toBe(true);
  expect(chosenPreset.value?.name).toBe('Painterly');
});
