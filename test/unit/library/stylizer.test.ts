/** What a page and the library's Worker say to each other. */
import { createStylizer, type Progress } from '../../../src/library';
import { scene } from '../../browser/extension/pictures';
import { FakeWorker } from './fake-worker';

const order = { content: scene(20, 16), style: scene(16, 20) };
const painted = scene(20, 16);
const progress: Progress = { evaluation: 1, evaluations: 2, fractionDone: 0.5, remainingSeconds: 3, total: 4 };

class FakeImageData {
  constructor(
    readonly data: Uint8ClampedArray,
    readonly width: number,
    readonly height: number,
  ) {}
}

const BROWSERS = { Worker: FakeWorker, ImageData: FakeImageData, document: { baseURI: 'https://pages.example/gallery/index.html' } };
beforeEach(() => Object.assign(globalThis, BROWSERS));
afterAll(() => Object.keys(BROWSERS).forEach((name) => Reflect.deleteProperty(globalThis, name)));

/** Orders are read before they are sent. */
async function untilSent(count: number): Promise<FakeWorker> {
  while (FakeWorker.last.orders.length < count) await new Promise(setImmediate);
  return FakeWorker.last;
}

test.each([
  ['/brushover', 'https://pages.example/brushover/'],
  ['files/', 'https://pages.example/gallery/files/'],
  [new URL('https://pages.example/a'), 'https://pages.example/a/'],
])('the Worker is told at once where the files are: %s', (assets, address) => {
  createStylizer({ assets });
  expect(FakeWorker.last.sent).toEqual([{ type: 'start', assets: address }]);
  expect(FakeWorker.last.url.pathname).toMatch(/\/worker\.js$/);
});

test('progress and pictures come on the way, then the result', async () => {
  const [onProgress, onPicture] = [jest.fn(), jest.fn()];
  const done = createStylizer({ engine: 'webgl' }).stylize(order, { onProgress, onPicture });
  const worker = await untilSent(1);
  const { id, order: sent } = worker.orders[0];
  expect(sent).toMatchObject({ engine: 'webgl', wantsPictures: true });
  worker.answer({ type: 'progress', id, progress });
  worker.answer({ type: 'progress', id: id + 1, progress: { ...progress, evaluation: 9 } });
  worker.answer({ type: 'picture', id, picture: painted });
  worker.answer({ type: 'done', id, picture: painted, engine: 'webgl', notes: ['As it happened.'] });
  const { picture, ...rest } = await done;
  expect(rest).toEqual({ engine: 'webgl', notes: ['As it happened.'] });
  expect(picture).toBeInstanceOf(FakeImageData);
  expect(picture.data).toEqual(painted.data);
  expect(onProgress.mock.calls).toEqual([[progress]]);
  expect(onPicture.mock.calls).toEqual([[picture]]);
});

test('orders wait for each other, also for one that fails', async () => {
  const stylizer = createStylizer();
  const first = stylizer.stylize(order);
  const second = stylizer.stylize(order);
  const worker = await untilSent(1);
  await new Promise(setImmediate);
  expect(worker.orders).toHaveLength(1);
  worker.answer({ type: 'failed', id: worker.orders[0].id, code: 'nothing-visible', message: 'Nothing is visible.' });
  await expect(first).rejects.toMatchObject({ name: 'StylizeError', code: 'nothing-visible', message: 'Nothing is visible.' });
  await untilSent(2);
  worker.answer({ type: 'done', id: worker.orders[1].id, picture: painted, engine: 'wasm', notes: [] });
  await expect(second).resolves.toMatchObject({ engine: 'wasm' });
});

test('a signal ends a run with its reason once the Worker is free, and one that waits before it is sent', async () => {
  const stylizer = createStylizer();
  const [stop, never] = [new AbortController(), AbortSignal.abort(new Error('not wanted'))];
  const running = stylizer.stylize(order, { signal: stop.signal });
  const waiting = stylizer.stylize(order, { signal: never });
  const worker = await untilSent(1);
  stop.abort(new Error('enough'));
  const { id } = worker.orders[0];
  expect(worker.sent.at(-1)).toEqual({ type: 'abort', id });
  worker.answer({ type: 'failed', id, code: 'unexpected', message: 'Aborted.' });
  await expect(running).rejects.toThrow('enough');
  await expect(waiting).rejects.toThrow('not wanted');
  expect(worker.orders).toHaveLength(1);
});

test('closing ends the Worker, the run in work and those to come', async () => {
  const stylizer = createStylizer();
  const running = stylizer.stylize(order);
  const worker = await untilSent(1);
  stylizer.close();
  expect(worker.terminated).toBe(true);
  for (const run of [running, stylizer.stylize(order)]) {
    await expect(run).rejects.toMatchObject({ code: 'closed', message: 'The stylizer was closed.' });
  }
});

test('a Worker that cannot be loaded, or comes from another site, is said in a sentence', async () => {
  const stylizer = createStylizer();
  FakeWorker.last.onerror!();
  await expect(stylizer.stylize(order)).rejects.toMatchObject({ code: 'no-worker', message: expect.stringMatching(/dist\/nst whole\.$/) });

  const Worker = jest.fn(() => {
    throw new Error('SecurityError');
  });
  Object.assign(globalThis, { Worker });
  expect(() => createStylizer()).toThrow(expect.objectContaining({ name: 'StylizeError', code: 'no-worker' }));
});
