import { stored } from '../panel/fake-extension-api';
import { defaultPanelSettings } from '../../../src/preferences/panel-settings';
import { changeSettings, resetSettings, restoreSettings, settingProblems, settings } from '../../../src/preferences/settings';
import { positionOf, strengthAt } from '../../../src/panel/settings/StrengthSlider';

test('settings come back, are kept when they change, and never while they cannot be used', async () => {
  stored.panelSettings = { ...defaultPanelSettings, strokeSize: 'bold', seed: -1 };
  await restoreSettings();
  expect(settings.value).toEqual({ ...defaultPanelSettings, strokeSize: 'bold' });

  changeSettings({ seed: 42 });
  expect(stored.panelSettings).toMatchObject({ strokeSize: 'bold', seed: 42 });

  changeSettings({ seed: NaN });
  expect(settingProblems.value.seed).toMatch(/whole number/);
  expect(stored.panelSettings).toMatchObject({ seed: 42 });

  resetSettings();
  expect(settings.value).toEqual(defaultPanelSettings);
  expect(stored.panelSettings).toEqual(defaultPanelSettings);
});

test('the strength slider is logarithmic from 0.2 to 20 and meets itself', () => {
  expect([strengthAt(0), strengthAt(50), strengthAt(100)]).toEqual([0.1, 1, 10]);
  expect(positionOf(1)).toBeCloseTo(50, 9);
  // Two digits are kept, so a position comes back within half a step of the 100.
  for (let position = 0; position <= 100; position++) expect(Math.abs(positionOf(strengthAt(position)) - position)).toBeLessThan(1.1);
});

test('a strength beyond the slider stays at its end', () => {
  expect([positionOf(0), positionOf(500)]).toEqual([0, 100]);
});
