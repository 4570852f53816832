import { completeSettings } from '../../../src/library/settings';
import { defaultSettings } from '../../../src/nst/settings';

test('what is left out keeps its default', () => {
  expect(completeSettings({ evaluations: 9, styleLayers: { relu1_1: 2 } })).toEqual({
    ...defaultSettings,
    evaluations: 9,
    styleLayers: { relu1_1: 2 },
  });
});

test('a name that is no setting is told with those that are', () => {
  expect(() => completeSettings({ evaluation: 9 } as object)).toThrow(
    /^There is no setting “evaluation”; choose among contentWeight, .*seed/,
  );
});

test.each([
  [{ evaluations: 0 }, 'The setting evaluations needs a whole number from 1 to 10000.'],
  [{ evaluations: Number.NaN }, 'The setting evaluations needs a whole number from 1 to 10000.'],
  [{ pooling: 'sum' }, /^The setting pooling needs /],
  [{ styleLayers: {} }, /^The setting styleLayers needs /],
])('%j is answered by one sentence', (settings, message) => {
  expect(() => completeSettings(settings as object)).toThrow(expect.objectContaining({ name: 'StylizeError', code: 'bad-setting' }));
  expect(() => completeSettings(settings as object)).toThrow(message);
});
