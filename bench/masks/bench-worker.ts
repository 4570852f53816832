/** Runs in a worker of the bench's page: the networks for masks on one of TensorFlow.js's backends. */
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { FaceDetector } from '../../src/nst/masks/face-detector';
import { SubjectFinder } from '../../src/nst/masks/subject-finder';
import type { FloatImage } from '../../src/nst/images/resample';

export interface MaskBenchRequest {
  backend: 'wasm' | 'webgl';
  photo: string;
  size: number;
  repeats: number;
}

/** Milliseconds; the first run compiles and fills caches. */
export interface MaskBenchAnswer {
  load: number;
  faces: { first: number; later: number[]; count: number };
  subject: { first: number; later: number[] };
}

self.onmessage = async ({ data }: MessageEvent<MaskBenchRequest>) => self.postMessage(await measure(data));

async function measure({ backend, photo, size, repeats }: MaskBenchRequest): Promise<MaskBenchAnswer> {
  setWasmPaths(`${self.location.origin}/engines/tfjs/`);
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  const startedAt = performance.now();
  if (!(await tf.setBackend(backend))) throw new Error(`TensorFlow.js has no ${backend} here.`);
  const [detector, finder] = [await FaceDetector.load(fetchAsset), await SubjectFinder.load(fetchAsset)];
  const load = performance.now() - startedAt;
  const picture = await pictureOf(photo, size);
  const faces = await timed(repeats, async () => (await detector.find(picture)).length);
  const subject = await timed(repeats, async () => (await finder.find(picture)).width);
  return { load, faces: { ...faces, count: faces.value }, subject };
}

async function timed(repeats: number, run: () => Promise<number>): Promise<{ first: number; later: number[]; value: number }> {
  const times: number[] = [];
  let value = 0;
  for (let i = 0; i <= repeats; i++) {
    const startedAt = performance.now();
    value = await run();
    times.push(performance.now() - startedAt);
  }
  const [first, ...later] = times;
  return { first, later, value };
}

async function pictureOf(photo: string, size: number): Promise<FloatImage> {
  const bitmap = await createImageBitmap(await (await fetch(`/${photo}`)).blob(), { resizeWidth: size, resizeHeight: size });
  const context = new OffscreenCanvas(size, size).getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, size, size);
  const rgb = Float32Array.from({ length: 3 * size * size }, (_, i) => data[4 * Math.floor(i / 3) + (i % 3)]);
  return { width: size, height: size, channels: 3, data: rgb };
}

async function fetchAsset(path: string): Promise<ArrayBuffer> {
  return (await fetch(`/${path}`)).arrayBuffer();
}
