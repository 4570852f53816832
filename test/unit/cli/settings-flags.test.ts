import { defaultSettings, gramSettings, RUN_SETTINGS, SETTINGS } from '../../../src/nst/settings';
import { PANEL_SETTINGS } from '../../../src/preferences/panel-settings';
import { parseFlags } from '../../../tools/cli/options';
import { flagOf, runSettingsFromFlags, SETTING_OPTIONS, settingsFromFlags } from '../../../tools/cli/settings-flags';

const settingsOf = (...args: string[]) => settingsFromFlags(parseFlags(SETTING_OPTIONS, args));
const runOf = (...args: string[]) => runSettingsFromFlags(parseFlags(SETTING_OPTIONS, args), { size: 64, engine: 'auto' });

test.each(Object.keys(defaultSettings))('%s has an entry in the table, a flag, and a label in the panel', (key) => {
  expect(Object.keys(SETTINGS)).toContain(key);
  expect(Object.keys(SETTING_OPTIONS)).toContain(flagOf(key, SETTINGS[key as keyof typeof SETTINGS]));
  expect(PANEL_SETTINGS[key as keyof typeof PANEL_SETTINGS].label).not.toBe('');
});

test('no two settings share a flag', () => {
  const flags = Object.entries({ ...SETTINGS, ...RUN_SETTINGS }).map(([key, setting]) => flagOf(key, setting));
  expect(new Set(flags).size).toBe(flags.length);
});

test('each kind of flag becomes its setting', () => {
  const args = [
    '--style-weight',
    '20',
    '--optimizer=adam',
    '--normalize-gradients',
    '--scales',
    '0.5x60,1x40',
    '--style-layers',
    'relu1_1=2, relu5_1',
  ];
  expect(settingsOf(...args)).toEqual({
    ...defaultSettings,
    styleWeight: 20,
    optimizer: 'adam',
    normalizeGradients: true,
    scales: [
      { scale: 0.5, evaluations: 60 },
      { scale: 1, evaluations: 40 },
    ],
    styleLayers: { relu1_1: 2, relu5_1: 1 },
  });
  expect(runOf('--backend', 'cpu', '--size', '128')).toEqual({ size: 128, engine: 'tfjs-cpu' });
  expect(runOf()).toEqual({ size: 64, engine: 'auto' });
});

test('a flag takes away what a recipe set', () => {
  const recipe = { ...defaultSettings, normalizeGradients: true, earlyStop: 0.1, scales: 3, contentLayers: { relu4_2: 1 } };
  const values = parseFlags(SETTING_OPTIONS, [
    '--no-normalize-gradients',
    '--early-stop',
    'auto',
    '--scales',
    'auto',
    '--content-layers',
    '',
  ]);
  expect(settingsFromFlags(values, recipe)).toEqual({ ...defaultSettings, contentLayers: {} });
});

test.each([
  [['--early-stop', '5'], '--early-stop needs a number from 0 to 0.5, not “5”.'],
  [['--style-scale', '50'], '--style-scale needs a number from 0.05 to 4, not “50”.'],
  [['--scales', '5x60,1x40'], '--scales needs sizes that grow to 1, such as 0.5x60,1x40, not “5x60,1x40”.'],
  [['--scales', '1x40,0.5x60'], '--scales needs sizes that grow to 1, such as 0.5x60,1x40, not “1x40,0.5x60”.'],
  [['--scales', '99'], '--scales needs a whole number from 1 to 8, not “99”.'],
  [['--style-layers', ''], '--style-layers needs at least one weight above 0, not “”.'],
  [['--style-layers', 'relu1_1=0'], '--style-layers needs at least one weight above 0, not “relu1_1=0”.'],
  [['--style-layers', '__proto__=1'], /^--style-layers needs weights of relu1_1, .*; there is no “__proto__”, not “__proto__=1”\.$/],
  [['--content-layers', 'relu4_2='], '--content-layers needs a number from 0 to 1000000 as the weight of relu4_2, not “relu4_2=”.'],
  [['--style-loss', 'sharpness=1'], '--style-loss needs weights of gram, neighbors; there is no “sharpness”, not “sharpness=1”.'],
  [['--style-loss', 'gram=0'], '--style-loss needs at least one weight above 0, not “gram=0”.'],
  [['--evaluations', '1e300'], '--evaluations needs a whole number from 1 to 10000, not “1e300”.'],
  [['--evaluations', ''], '--evaluations needs a whole number from 1 to 10000, not “”.'],
  [['--style-weight', 'NaN'], '--style-weight needs a number from 0 to 1000000, not “NaN”.'],
  [['--optimizer', 'toString'], '--optimizer needs one of lbfgs, adam, gradient-descent, not “toString”.'],
  [['--seed', 'auto'], '--seed needs a whole number from 0 to 4294967295, not “auto”.'],
  [
    ['--content-weight', '0', '--style-weight', '0'],
    '--style-weight needs a number above 0 where the content weight or every content layer is 0.',
  ],
])('%j is one sentence', (args, sentence) => {
  expect(() => settingsOf(...args)).toThrow(sentence);
});

test.each([
  [['--backend', 'constructor'], /^--backend needs one of auto, wasm, .*, not “constructor”\.$/],
  [['--backend', '__proto__'], /^--backend needs one of auto, wasm, .*, not “__proto__”\.$/],
  [['--size', '8'], '--size needs a whole number from 16 to 16384, not “8”.'],
  [['--size', '1e9'], '--size needs a whole number from 16 to 16384, not “1e9”.'],
])('%j is one sentence as well', (args, sentence) => {
  expect(() => runOf(...args)).toThrow(sentence);
});

test('the paper’s sums come with the paper’s objective, unless a flag or a recipe says otherwise', () => {
  expect(settingsOf('--normalization', 'seed')).toEqual({ ...gramSettings, normalization: 'seed' });
  expect(settingsOf('--normalization', 'seed', '--edges', 'reflect')).toEqual({
    ...gramSettings,
    normalization: 'seed',
    padding: 'reflect',
  });
  expect(settingsOf('--normalization', 'balanced')).toEqual(defaultSettings);
  const values = parseFlags(SETTING_OPTIONS, ['--normalization', 'seed']);
  expect(settingsFromFlags(values, defaultSettings)).toEqual({ ...defaultSettings, normalization: 'seed' });
});
