import { withMoment, type Moment } from '../../../src/protocol/moments';

const moment = (evaluation: number, fractionDone = evaluation / 100, side = 2): Moment => ({
  evaluation,
  fractionDone,
  picture: { width: side, height: side, data: new Uint8ClampedArray(4 * side * side) },
});
const stripOf = (moments: Iterable<Moment>): readonly Moment[] => [...moments].reduce<readonly Moment[]>(withMoment, []);

test('of a hundred moments twelve stay, the first and the newest among them, nowhere far apart', () => {
  const strip = stripOf(Array.from({ length: 100 }, (_, i) => moment(i + 1)));
  expect(strip).toHaveLength(12);
  expect(strip[0]?.evaluation).toBe(1);
  expect(strip.at(-1)?.evaluation).toBe(100);
  const gaps = strip.slice(1).map(({ fractionDone }, i) => fractionDone - strip[i]!.fractionDone);
  expect(Math.max(...gaps)).toBeLessThan(0.2);
});

test('large pictures are fewer, and two at least', () => {
  const large = (i: number) => moment(i, i / 10, 2000);
  expect(stripOf([1, 2, 3, 4, 5].map(large)).map(({ evaluation }) => evaluation)).toHaveLength(3);
  expect(stripOf([1, 2, 3].map((i) => moment(i, i / 10, 4000)))).toHaveLength(2);
});

test('a run that goes on from its checkpoint takes the place of what came after it', () => {
  const strip = stripOf([moment(10), moment(20), moment(30), moment(15)]);
  expect(strip.map(({ evaluation }) => evaluation)).toEqual([10, 15]);
});
