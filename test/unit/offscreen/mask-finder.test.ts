import { MaskFinder } from '../../../src/offscreen/masks/mask-finder';
import type { MaskRequest } from '../../../src/protocol/found-masks';

class FakeWorker {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: (() => void) | null = null;
  asked: MaskRequest[] = [];
  ended = false;

  constructor(readonly die: () => void) {}

  postMessage(request: MaskRequest): void {
    this.asked.push(request);
  }

  terminate(): void {
    this.ended = true;
  }

  answer(data: unknown): void {
    this.onmessage?.({ data });
  }
}

const faces: MaskRequest = { image: 'a', what: 'faces' };
const subject: MaskRequest = { image: 'b', what: 'subject' };

let workers: FakeWorker[];
let finder: MaskFinder;
beforeEach(() => {
  workers = [];
  finder = new MaskFinder((onDeath) => {
    workers.push(new FakeWorker(onDeath));
    return workers.at(-1) as unknown as Worker;
  });
});

/** Promises that are settled have told those who wait. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('asks a worker of its own for each order, one after the other, and ends it', async () => {
  const [first, second] = [finder.find(faces), finder.find(subject)];
  await settled();
  expect(workers.map(({ asked }) => asked)).toEqual([[faces]]);
  workers[0].answer({ type: 'found', mask: { image: 'mask a' } });
  expect(await first).toEqual({ image: 'mask a' });
  await settled();
  expect([workers[0].ended, workers[1].asked]).toEqual([true, [subject]]);
  workers[1].answer({ type: 'found', mask: { image: 'mask b' } });
  expect(await second).toEqual({ image: 'mask b' });
});

it('passes on the sentence of a search that found nothing, and goes on with the next', async () => {
  const first = finder.find(faces);
  await settled();
  workers[0].answer({ type: 'failed', failure: { code: 'nothing-found', message: 'No face was found.' } });
  await expect(first).rejects.toMatchObject({ code: 'nothing-found', message: 'No face was found.' });
  const second = finder.find(subject);
  await settled();
  workers[1].answer({ type: 'found', mask: { image: 'mask b' } });
  expect(await second).toEqual({ image: 'mask b' });
});

it('says what to do where a worker is gone', async () => {
  const order = finder.find(faces);
  await settled();
  workers[0].die();
  await expect(order).rejects.toMatchObject({ code: 'mask-died', message: expect.stringContaining('close other tabs') as string });
  expect(workers[0].ended).toBe(true);
});
