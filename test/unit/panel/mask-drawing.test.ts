import { beginStroke, evenMask, extendStroke, inverted, type Tip } from '../../../src/panel/state/brush/mask-drawing';

const HARD: Tip = { radius: 3, softness: 0, opacity: 1, erases: false };
const at = (x: number, y: number) => ({ x, y });

test('a hard stroke is all within its radius, nothing beyond, and leaves what it began with as it was', () => {
  const before = evenMask(20, 10, 0);
  const stroke = beginStroke(before);
  extendStroke(stroke, HARD, at(5, 5), at(15, 5));
  const { values } = stroke.mask;
  for (const x of [5, 10, 14]) expect(values[5 * 20 + x]).toBe(255);
  expect([values[0], values[9 * 20 + 10], values[5 * 20 + 19]]).toEqual([0, 0, 0]);
  expect(before.values.every((value) => value === 0)).toBe(true);
});

test('a soft tip falls steadily from its middle', () => {
  const stroke = beginStroke(evenMask(21, 1, 0));
  extendStroke(stroke, { ...HARD, radius: 10, softness: 1 }, at(10.5, 0.5), at(10.5, 0.5));
  const right = [...stroke.mask.values.slice(10)];
  expect(right[0]).toBe(255);
  for (let i = 1; i < right.length; i++) expect(right[i]).toBeLessThan(right[i - 1]);
});

test('opacity is of the whole stroke: going over a place again adds nothing, a second stroke does', () => {
  const half = { ...HARD, opacity: 0.5 };
  const first = beginStroke(evenMask(9, 9, 0));
  for (let i = 0; i < 5; i++) extendStroke(first, half, at(4.5, 4.5), at(4.5, 4.5));
  expect(first.mask.values[40]).toBe(128);
  const second = beginStroke(first.mask);
  extendStroke(second, half, at(4.5, 4.5), at(4.5, 4.5));
  expect(second.mask.values[40]).toBe(192);
});

test('erasing takes away, and inverting turns round', () => {
  const stroke = beginStroke(evenMask(9, 9, 255));
  extendStroke(stroke, { ...HARD, erases: true }, at(4.5, 4.5), at(4.5, 4.5));
  expect([stroke.mask.values[40], stroke.mask.values[0]]).toEqual([0, 255]);
  expect([...inverted(stroke.mask).values]).toEqual([...stroke.mask.values].map((value) => 255 - value));
});

test('a stroke beyond the edge draws what lies within, and says which part that was', () => {
  const stroke = beginStroke(evenMask(8, 8, 0));
  expect(extendStroke(stroke, HARD, at(-1, 4), at(0, 4))).toEqual({ x: 0, y: 0, width: 4, height: 8 });
  expect(extendStroke(stroke, HARD, at(-50, 4), at(-40, 4)).width).toBe(0);
  expect([stroke.mask.values[4 * 8], stroke.mask.values[4 * 8 + 7]]).toEqual([255, 0]);
});
