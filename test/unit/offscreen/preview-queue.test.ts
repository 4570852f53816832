import { PreviewQueue } from '../../../src/offscreen/previews/preview-queue';
import type { FromPreviewWorker, ToPreviewWorker } from '../../../src/offscreen/previews/worker-messages';
import type { PreviewEvent } from '../../../src/protocol/events';
import type { PreviewRequest } from '../../../src/protocol/previews';

const picture = { width: 1, height: 1, data: new Uint8ClampedArray(4) };
const answer = { image: null, width: 1, height: 1, milliseconds: 5 };

/** Paints when the test says so. */
class FakeWorker {
  static all: FakeWorker[] = [];
  readonly asked: string[] = [];
  readonly cancelled: string[] = [];
  onmessage: ((event: { data: FromPreviewWorker }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  terminated = false;

  constructor() {
    FakeWorker.all.push(this);
  }

  postMessage(message: ToPreviewWorker): void {
    if (message.type === 'paint') this.asked.push(message.request.id);
    else this.cancelled.push(message.id);
  }

  terminate(): void {
    this.terminated = true;
  }

  paint(id: string): void {
    this.onmessage?.({ data: { id, type: 'painted', picture, answer } });
  }
}

let events: PreviewEvent[];
let deaths: (() => void)[];
let queue: PreviewQueue;
const worker = (): FakeWorker => FakeWorker.all[FakeWorker.all.length - 1];

beforeEach(() => {
  FakeWorker.all = [];
  events = [];
  deaths = [];
  const createWorker = (onDeath: () => void): Worker => {
    deaths.push(onDeath);
    return new FakeWorker() as unknown as Worker;
  };
  queue = new PreviewQueue({ createWorker, send: (event) => events.push(event), idleMs: 1 });
});

function request(id: string, priority: PreviewRequest['priority'] = 'gallery'): PreviewRequest {
  return { id, content: 'c', styles: [], strength: 1, mask: null, size: 128, keepColors: 'none', priority, optimized: null, keep: false };
}

it('paints one after the other, and a chosen style before the gallery', async () => {
  const all = [queue.add(request('a')), queue.add(request('b')), queue.add(request('chosen', 'chosen')), queue.add(request('c'))];
  for (const id of ['a', 'chosen', 'b', 'c']) worker().paint(id);
  expect(await Promise.all(all)).toEqual([answer, answer, answer, answer]);
  expect(worker().asked).toEqual(['a', 'chosen', 'b', 'c']);
  expect(events.map(({ id }) => id)).toEqual(['a', 'chosen', 'b', 'c']);
});

it('forgets what is cancelled, also the one that is being painted', async () => {
  const [first, second, third] = [queue.add(request('a')), queue.add(request('b')), queue.add(request('c'))];
  queue.cancel(['a', 'b']);
  await expect(first).rejects.toMatchObject({ code: 'cancelled' });
  await expect(second).rejects.toMatchObject({ code: 'cancelled' });
  expect(worker().cancelled).toEqual(['a']);
  worker().paint('a');
  worker().paint('c');
  expect(await third).toEqual(answer);
  expect(worker().asked).toEqual(['a', 'c']);
});

it('stops at once where a job needs the machine, and starts anew afterwards', async () => {
  const orders = [queue.add(request('a')), queue.add(request('b'))];
  const stopped = worker();
  queue.stop();
  for (const order of orders) await expect(order).rejects.toMatchObject({ code: 'cancelled' });
  expect(stopped.terminated).toBe(true);
  const next = queue.add(request('c'));
  worker().paint('c');
  expect(await next).toEqual(answer);
  expect(FakeWorker.all).toHaveLength(2);
});

it('tells the sentence of a failure and goes on', async () => {
  const [first, second] = [queue.add(request('a')), queue.add(request('b'))];
  worker().onmessage?.({ data: { id: 'a', type: 'failed', failure: { code: 'image-gone', message: 'Choose it again.' } } });
  await expect(first).rejects.toMatchObject({ code: 'image-gone', message: 'Choose it again.' });
  worker().paint('b');
  await second;
});

it('starts another worker when one dies', async () => {
  const [first, second] = [queue.add(request('a')), queue.add(request('b'))];
  worker().onerror?.({ message: 'out of memory' });
  await expect(first).rejects.toThrow(/stopped unexpectedly \(out of memory\)/);
  worker().paint('b');
  await second;
  expect(FakeWorker.all.map(({ terminated }) => terminated)).toEqual([true, false]);
});

it('starts another worker when one dies in silence, and hears of each death once', async () => {
  const [first, second] = [queue.add(request('a')), queue.add(request('b'))];
  deaths[0]();
  await expect(first).rejects.toThrow(/stopped unexpectedly; choose/);
  deaths[0]();
  worker().paint('b');
  await second;
  expect(FakeWorker.all).toHaveLength(2);
});

it('gives an idle worker’s memory back', async () => {
  const only = queue.add(request('a'));
  worker().paint('a');
  await only;
  await new Promise<void>((resolve) => {
    const look = (): void => void (worker().terminated ? resolve() : setImmediate(look));
    look();
  });
  const next = queue.add(request('b'));
  worker().paint('b');
  await next;
  expect(FakeWorker.all).toHaveLength(2);
});
