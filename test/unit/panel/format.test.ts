import './fake-extension-api';
import { formatLoss } from '../../../src/panel/components/format';
import { aboutDuration, formatDuration } from '../../../src/ui/durations';
import { factsOf } from '../../../src/panel/result/ResultDetails';
import { result } from './jobs-for-tests';
import { sparklinePoints } from '../../../src/panel/run/LossSparkline';
import { withWeight } from '../../../src/panel/settings/WeightsTable';
import { cleanName } from '../../../src/preferences/styles/create-style';

jest.mock('../../../src/picture-files/decode', () => ({}));

test('durations', () => {
  expect([0, 499, 9_500, 65_000, 3_605_000].map(formatDuration)).toEqual(['0:00', '0:00', '0:10', '1:05', '1:00:05']);
});

test('what is left is said no finer than it is known', () => {
  expect([4, 14, 52, 58, 100, 3500, 4900, 7190].map((seconds) => aboutDuration(1000 * seconds))).toEqual([
    'less than 10 s',
    'about 10 s',
    'about 50 s',
    'about 1 min',
    'about 2 min',
    'about 58 min',
    'about 1 h 20 min',
    'about 2 h',
  ]);
});

test('losses keep three digits', () => {
  expect([1.43219, 0.0213456, 211.4, 1234567890].map(formatLoss)).toEqual(['1.43', '0.0213', '211', '1.2e+9']);
});

test('the sparkline is logarithmic, spans its box and leaves out what has no logarithm', () => {
  const points = [100, 10, 0, NaN, 1].map((total, i) => ({ evaluation: i + 1, total }));
  // From the top left through the middle to the bottom right: 100, 10 and 1 are equally far apart.
  expect(sparklinePoints(points)).toBe('1.5,1.5 21.8,13.0 82.5,24.5');
});

test('facts of a report leave out what is not known', () => {
  expect(factsOf(result('g', [2, 1.4321]).report)).toEqual([
    ['Engine', 'WebAssembly, 2 threads'],
    ['Time', '1:01 for 2 evaluations'],
    ['Loss J', '1.43'],
    ['Content, style', '0.5, 0.1'],
    ['Memory', '2 MB at most'],
  ]);
});

test('an emptied weight leaves the layer out', () => {
  expect(withWeight({ relu1_1: 1, relu2_1: 2 }, 'relu1_1', null)).toEqual({ relu2_1: 2 });
  expect(withWeight({ relu2_1: 2 }, 'relu2_1', 0.5)).toEqual({ relu2_1: 0.5 });
});

test('names of files become names of styles', () => {
  expect(['IMG_2041.jpeg', '  .png', 'v1.2 draft', 'x'.repeat(99)].map(cleanName)).toEqual([
    'IMG_2041',
    'My style',
    'v1.2 draft',
    'x'.repeat(60),
  ]);
});
