import { drawKey, type Key } from '../../../bench/judge/key';

const FOLDERS = { a: 'old', b: 'new' };
const NAMES = Array.from({ length: 20 }, (_, index) => `pair-${index}`);

const namesOf = ({ pairs }: Key): string[] => pairs.map(({ name }) => name);
const firstsOf = ({ pairs }: Key): string => pairs.map(({ first }) => first).join('');

it('draws the same order again from the same seed, and another one from another', () => {
  expect(drawKey(FOLDERS, NAMES, 7)).toEqual(drawKey(FOLDERS, NAMES, 7));
  expect(namesOf(drawKey(FOLDERS, NAMES, 7))).not.toEqual(namesOf(drawKey(FOLDERS, NAMES, 8)));
  expect(firstsOf(drawKey(FOLDERS, NAMES, 7))).not.toEqual(firstsOf(drawKey(FOLDERS, NAMES, 8)));
});

it('shows every pair once, and each side first equally often', () => {
  const key = drawKey(FOLDERS, NAMES, 3);
  expect([...namesOf(key)].sort()).toEqual([...NAMES].sort());
  expect(firstsOf(key).replaceAll('b', '')).toHaveLength(10);
});

it('lets chance say which side comes first once more where the number of pairs is odd', () => {
  const moreOfA = Array.from({ length: 100 }, (_, seed) => firstsOf(drawKey(FOLDERS, NAMES.slice(0, 3), seed)).replaceAll('b', '').length);
  expect(new Set(moreOfA)).toEqual(new Set([1, 2]));
});

it('puts every name in every place about equally often', () => {
  const places = [0, 0, 0];
  for (let seed = 0; seed < 3000; seed++) places[namesOf(drawKey(FOLDERS, ['x', 'y', 'z'], seed)).indexOf('x')]++;
  // Five standard deviations of a binomial with p = 1/3.
  for (const times of places) expect(Math.abs(times - 1000)).toBeLessThan(5 * Math.sqrt(3000 * (2 / 9)));
});
