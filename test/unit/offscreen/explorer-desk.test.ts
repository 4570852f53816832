import { ExplorerDesk } from '../../../src/offscreen/explorer/explorer-desk';
import type { ExplorerOrder, FromExplorerWorker, ToExplorerWorker } from '../../../src/offscreen/explorer/worker-messages';
import type { ExplorerEvent } from '../../../src/protocol/explorer';

const picture = { width: 1, height: 1, data: new Uint8ClampedArray(4) };

/** Answers when the test says so. */
class FakeWorker {
  static all: FakeWorker[] = [];
  readonly heard: ToExplorerWorker[] = [];
  onmessage: ((event: { data: FromExplorerWorker }) => void) | null = null;
  onerror: (() => void) | null = null;
  terminated = false;

  constructor(readonly die: () => void) {
    FakeWorker.all.push(this);
  }

  postMessage(message: ToExplorerWorker): void {
    this.heard.push(message);
  }

  terminate(): void {
    this.terminated = true;
  }

  say(message: FromExplorerWorker): void {
    this.onmessage?.({ data: message });
  }
}

const worker = (): FakeWorker => FakeWorker.all[FakeWorker.all.length - 1];
const progress = (id: string): ExplorerEvent => ({ id, type: 'progress', picture, fraction: 0.5 });
const rebuilt = (id: string): ExplorerEvent => ({ id, type: 'rebuilt', rebuilt: { picture, lossBefore: 1, lossAfter: 0.1 } });

function order(id: string): ExplorerOrder {
  return { type: 'rebuild', request: { id, source: { kind: 'own', id: 'a' }, layer: 'relu3_1', from: 'content' } };
}

let events: ExplorerEvent[];
let desk: ExplorerDesk;
beforeEach(() => {
  FakeWorker.all = [];
  events = [];
  const createWorker = (onDeath: () => void): Worker => new FakeWorker(onDeath) as unknown as Worker;
  desk = new ExplorerDesk({ createWorker, send: (event) => events.push(event), idleMs: 1 });
});

it('passes pictures on as they come, and answers with the last one', async () => {
  const one = desk.order(order('a'));
  worker().say(progress('a'));
  worker().say(rebuilt('a'));
  expect(await one).toBeNull();
  expect(events).toEqual([progress('a'), rebuilt('a')]);
});

it('goes on with the newest order alone, and hears nothing more of one that was cancelled', async () => {
  const first = desk.order(order('a'));
  const second = desk.order(order('b'));
  await expect(first).rejects.toMatchObject({ code: 'cancelled' });
  worker().say(rebuilt('a'));
  worker().say(rebuilt('b'));
  await second;
  expect(worker().heard).toEqual([order('a'), { type: 'cancel', id: 'a' }, order('b')]);
  expect(events).toEqual([rebuilt('b')]);
  const third = desk.order(order('c'));
  desk.cancel('b');
  desk.cancel('c');
  await expect(third).rejects.toMatchObject({ code: 'cancelled' });
});

it('makes room for a job at once, and says so in one sentence', async () => {
  const one = desk.order(order('a'));
  desk.stop();
  await expect(one).rejects.toMatchObject({ code: 'job-running', message: expect.stringContaining('when it is done') as string });
  expect(worker().terminated).toBe(true);
});

it('tells the sentence of a failure, and starts another worker when one dies', async () => {
  const first = desk.order(order('a'));
  worker().say({ id: 'a', type: 'failed', failure: { code: 'image-gone', message: 'Choose it again.' } });
  await expect(first).rejects.toMatchObject({ code: 'image-gone', message: 'Choose it again.' });
  const second = desk.order(order('b'));
  worker().die();
  await expect(second).rejects.toMatchObject({ code: 'explorer-died' });
  const third = desk.order(order('c'));
  worker().say(rebuilt('c'));
  await third;
  expect(FakeWorker.all).toHaveLength(2);
});

it('gives an idle worker’s memory back', async () => {
  const only = desk.order(order('a'));
  worker().say(rebuilt('a'));
  await only;
  await new Promise<void>((resolve) => {
    const look = (): void => void (worker().terminated ? resolve() : setImmediate(look));
    look();
  });
});
