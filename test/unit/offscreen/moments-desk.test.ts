import { JobBook } from '../../../src/offscreen/jobs/job-book';
import { MomentsDesk } from '../../../src/offscreen/jobs/moments-desk';
import type { JobEvent } from '../../../src/protocol/events';
import { picturesOf } from '../../../src/protocol/job';
import { progress, state } from '../panel/jobs-for-tests';

const picture = { width: 2, height: 2, data: new Uint8ClampedArray(16) };

function setUp() {
  const events: JobEvent[] = [];
  const send = (event: JobEvent): void => void events.push(event);
  const book = new JobBook({ load: async () => [], save: async () => undefined, delete: async () => undefined }, send);
  const stored: number[] = [];
  const desk = new MomentsDesk(book, send, async (_, { evaluation }) => {
    stored.push(evaluation);
    return { image: `kept-${evaluation}`, width: 400, height: 300, evaluation };
  });
  const at = (id: string, evaluation: number): void => {
    book.put(id, { progress: { ...progress(evaluation, 1), fractionDone: evaluation / 100 } });
    desk.take(id, picture);
  };
  book.add(state());
  return { book, desk, events, stored, at };
}

test('tells each picture with its place in the run, and all of them to who asks later', async () => {
  const { desk, events, at } = setUp();
  at('job-1', 10);
  at('job-1', 20);
  events.length = 0;
  await desk.tell('job-1');
  const places = events
    .flatMap((event) => (event.type === 'moments' ? event.moments : []))
    .map((one) => [one.evaluation, one.fractionDone]);
  expect(places).toEqual([
    [10, 0.1],
    [20, 0.2],
  ]);
});

test('keeps one once, with the job, in the order of evaluations, and lets it go again', async () => {
  const { book, desk, stored, at } = setUp();
  [10, 20, 30].forEach((evaluation) => at('job-1', evaluation));
  await desk.keep('job-1', 30);
  const kept = await desk.keep('job-1', 10);
  expect(kept).toEqual({ image: 'kept-10', width: 400, height: 300, evaluation: 10, fractionDone: 0.1 });
  await desk.keep('job-1', 10);
  expect(stored).toEqual([30, 10]);
  expect(book.get('job-1')?.moments.map(({ evaluation }) => evaluation)).toEqual([10, 30]);
  expect(picturesOf(book.get('job-1')!)).toEqual(expect.arrayContaining(['kept-10', 'kept-30']));
  await desk.drop('job-1', 10);
  expect(book.get('job-1')?.moments.map(({ evaluation }) => evaluation)).toEqual([30]);
});

test('what is kept stays when another run begins; what is not, and what never was, is told in a sentence', async () => {
  const { book, desk, at } = setUp();
  at('job-1', 10);
  await desk.keep('job-1', 10);
  book.add(state({ id: 'job-2' }));
  at('job-2', 5);
  expect((await desk.keep('job-1', 10)).image).toBe('kept-10');
  await expect(desk.keep('job-1', 20)).rejects.toThrow('choose another one from the strip');
  await expect(desk.keep('job-2', 6)).rejects.toThrow('choose another one from the strip');
});
