import * as tf from '@tensorflow/tfjs';
import { FaceDetector } from '../../../src/nst/masks/face-detector';
import type { Box, Face, Point } from '../../../src/nst/masks/face';
import type { FloatImage } from '../../../src/nst/images/resample';
import { fetchFromDisk } from '../model/assets-from-disk';
import { useWasmBackend } from '../preview/wasm-backend';
import { ASTRONAUT, photo } from './photos';

let detector: FaceDetector;
beforeAll(async () => {
  await useWasmBackend();
  detector = await FaceDetector.load(fetchFromDisk);
});
afterAll(() => detector.dispose());

/** Eyes and mouth were read off by eye, to about 2 pixels of a face 97 pixels wide. */
const POINT_TOLERANCE = 5;
/** Common area over joint area: where brows end and a chin begins is a matter of opinion. */
const LEAST_OVERLAP = 0.7;

it('finds the astronaut’s face where it is', async () => {
  const faces = await detector.find(photo('astronaut'));
  expect(faces).toHaveLength(1);
  expect(overlap(faces[0].box, ASTRONAUT.face)).toBeGreaterThan(LEAST_OVERLAP);
  expect(distance(faces[0].eyes[0], ASTRONAUT.eyes[0])).toBeLessThan(POINT_TOLERANCE);
  expect(distance(faces[0].eyes[1], ASTRONAUT.eyes[1])).toBeLessThan(POINT_TOLERANCE);
  expect(distance(faces[0].mouth, ASTRONAUT.mouth)).toBeLessThan(POINT_TOLERANCE);
});

it('finds an old face under a hat, behind glasses', async () => {
  const faces = await detector.find(photo('hopper'));
  expect(faces).toHaveLength(1);
  expect(faces[0].score).toBeGreaterThan(0.8);
});

it('finds two faces beside each other, and each once though parts overlap', async () => {
  const [left, right] = [photo('astronaut'), photo('hopper')];
  const faces = await detector.find(beside(left, right));
  expect(faces).toHaveLength(2);
  expect(faces.map(({ nose }) => nose.x < left.width).sort()).toEqual([false, true]);
});

it('finds a face that is too small in the whole picture', async () => {
  const portrait = photo('astronaut');
  const [face, ...others] = await detector.find(inCorner(portrait, 2000));
  expect(others).toHaveLength(0);
  expect(overlap(face.box, ASTRONAUT.face)).toBeGreaterThan(LEAST_OVERLAP);
});

it.each(['cat', 'coffee'] as const)('finds none in %s', async (name) => {
  expect(await detector.find(photo(name))).toEqual<Face[]>([]);
});

it('leaves no tensor behind', async () => {
  const picture = photo('cat');
  const before = tf.memory().numTensors;
  await detector.find(picture);
  expect(tf.memory().numTensors).toBe(before);
});

function overlap(a: Box, b: Box): number {
  const width = Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x));
  const height = Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));
  return (width * height) / (a.width * a.height + b.width * b.height - width * height);
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function beside(left: FloatImage, right: FloatImage): FloatImage {
  return placed([left, right], left.width + right.width, Math.max(left.height, right.height));
}

function inCorner(picture: FloatImage, side: number): FloatImage {
  return placed([picture], side, side);
}

/** From the left, on grey. */
function placed(pictures: readonly FloatImage[], width: number, height: number): FloatImage {
  const data = new Float32Array(width * height * 3).fill(128);
  let start = 0;
  for (const picture of pictures) {
    for (let y = 0; y < picture.height; y++) {
      data.set(picture.data.subarray(y * picture.width * 3, (y + 1) * picture.width * 3), (y * width + start) * 3);
    }
    start += picture.width;
  }
  return { width, height, channels: 3, data };
}
