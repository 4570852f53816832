import './fake-extension-api';
import { lookAt, movedBy, placeAt, WHOLE, zoomedAbout, type Frame, type Look } from '../../../src/panel/state/zoom';

const WIDE: Frame = { width: 336, height: 224, ratio: 1.5 };
/** A portrait, which leaves room on both sides of the stage. */
const TALL: Frame = { width: 336, height: 360, ratio: 0.5 };
const FRAMES: [string, Frame][] = [
  ['a picture as wide as the stage', WIDE],
  ['a portrait', TALL],
  ['a panorama', { width: 336, height: 170, ratio: 6 }],
];
const ZOOMS = [1.001, 1.5, 2, 3.7, 8, 24];
/** Of a picture's pixel in a layer of 8,000 of them. */
const EXACT = 1 / 8000 / 100;

describe.each(FRAMES)('%s', (_, frame) => {
  const fitted = Math.min(frame.width, frame.height * frame.ratio);

  // Sizes at which no edge comes near: there is nothing that could push the picture.
  test.each([4, 6.3, 8, 13, 24])('from any size to %d times, what is under the pointer stays there', (zoom) => {
    const at = { x: 0.3 * fitted, y: (-0.2 * fitted) / frame.ratio };
    for (const from of [4, 8, 24]) {
      const look = zoomedAbout(WHOLE, frame, { x: 0, y: 0 }, from);
      const [before, after] = [placeAt(look, frame, at), placeAt(zoomedAbout(look, frame, at, zoom), frame, at)];
      expect(Math.max(Math.abs(after.x - before.x), Math.abs(after.y - before.y))).toBeLessThan(EXACT);
    }
  });

  test.each(ZOOMS)('enlarged %d times, no edge comes into the stage, however far it is moved', (zoom) => {
    for (const [x, y] of [
      [9e9, 9e9],
      [-9e9, 9e9],
      [3, -7],
    ] as const) {
      const look = movedBy(zoomedAbout(WHOLE, frame, { x: 0, y: 0 }, zoom), frame, { x, y });
      const [halfX, halfY] = [Math.min(frame.width, fitted * zoom) / 2, Math.min(frame.height, (fitted / frame.ratio) * zoom) / 2];
      const [first, last] = [placeAt(look, frame, { x: -halfX, y: -halfY }), placeAt(look, frame, { x: halfX, y: halfY })];
      for (const edge of [first.x, first.y]) expect(edge).toBeGreaterThan(-1e-9);
      for (const edge of [last.x, last.y]) expect(edge).toBeLessThan(1 + 1e-9);
    }
  });
});

test('a drag takes the picture along, pixel by pixel', () => {
  const look = zoomedAbout(WHOLE, WIDE, { x: 0, y: 0 }, 8);
  const grabbed = placeAt(look, WIDE, { x: 40, y: -30 });
  const moved = movedBy(look, WIDE, { x: -25, y: 13 });
  const now = placeAt(moved, WIDE, { x: 15, y: -17 });
  expect([now.x - grabbed.x, now.y - grabbed.y].every((way) => Math.abs(way) < EXACT)).toBe(true);
});

test('in and out again is the whole picture, exactly', () => {
  let look: Look = WHOLE;
  for (const zoom of [2, 5, 11]) look = zoomedAbout(look, TALL, { x: 60, y: -80 }, zoom);
  expect(look.zoom).toBe(11);
  expect(zoomedAbout(look, TALL, { x: -100, y: 20 }, 0.3)).toEqual(WHOLE);
  expect(zoomedAbout(look, TALL, { x: 0, y: 0 }, 1000).zoom).toBe(24);
});

test('a place that is out of sight is brought into it, and one in sight moves nothing', () => {
  const look = zoomedAbout(WHOLE, WIDE, { x: 0, y: 0 }, 4);
  expect(lookAt(look, WIDE, { x: 0.55, y: 0.45 })).toEqual(look);
  const moved = lookAt(look, WIDE, { x: 0.98, y: 0.02 });
  const corner = placeAt(moved, WIDE, { x: WIDE.width / 2, y: -WIDE.height / 2 });
  expect([corner.x >= 0.98, corner.y <= 0.02]).toEqual([true, true]);
});
