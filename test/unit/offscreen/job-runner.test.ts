import { JobRunner } from '../../../src/offscreen/jobs/job-runner';
import type { FromWorker, ToWorker } from '../../../src/offscreen/jobs/worker-messages';
import { newJob, type JobProgress, type JobRequest, type JobState } from '../../../src/protocol/job';
import type { JobEvent } from '../../../src/protocol/events';
import { layer, progress, request as requestOf } from '../panel/jobs-for-tests';

const REQUEST: JobRequest = requestOf({ layer: null });
const fromTab = (tabId: number): JobRequest => requestOf({ layer: { ...layer, tabId } });
const at = (evaluation: number): JobProgress => progress(evaluation, 3);
const KEPT = { image: 'kept', width: 64, height: 64, evaluation: 5 };

/** A Worker that only remembers what it was told; the test speaks for it. */
class SilentWorker {
  readonly told: ToWorker[] = [];
  terminated = false;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  postMessage(message: ToWorker): void {
    this.told.push(message);
  }
  terminate(): void {
    this.terminated = true;
  }
  say(message: FromWorker): void {
    this.onmessage?.({ data: message } as MessageEvent<FromWorker>);
  }
}

function setUp(
  stored: JobState[] = [],
  load: () => Promise<JobState[]> = async () => stored,
  save: () => Promise<void> = async () => undefined,
) {
  const deaths: (() => void)[] = [];
  const workers: SilentWorker[] = [];
  const events: JobEvent[] = [];
  const saved: JobState[] = [];
  const ended: JobState[] = [];
  const runner = new JobRunner({
    createWorker: (onDeath) => {
      deaths.push(onDeath);
      workers.push(new SilentWorker());
      return workers.at(-1) as unknown as Worker;
    },
    send: (event) => events.push(event),
    shelf: {
      load,
      save: async (state) => {
        saved.push(state);
        await save();
      },
      delete: async () => undefined,
    },
    onEnd: (state) => ended.push(state),
    cancelMs: 10,
  });
  const status = (id: string) => runner.book.get(id)!.status;
  return { runner, workers, deaths, events, saved, ended, status };
}

describe('JobRunner', () => {
  it('hands the request to a worker and tells everyone about each change', async () => {
    const { runner, workers, events } = setUp();
    const { id } = await runner.start(REQUEST);
    expect(workers[0].told).toEqual([{ type: 'run', id, request: REQUEST, resume: false }]);
    workers[0].say({ type: 'activity', id, activity: 'Loading the network' });
    workers[0].say({ type: 'progress', id, progress: at(1) });
    const states = events.flatMap((event) => (event.type === 'state' ? [event.state] : []));
    expect(states.map(({ status, activity }) => [status, activity])).toEqual([
      ['queued', 'Starting'],
      ['capturing', 'Starting'],
      ['capturing', 'Loading the network'],
      ['running', 'Painting'],
    ]);
  });

  it('asks what a run would take while none is at work, and answers the newest question alone', async () => {
    const { runner, workers } = setUp();
    const told = { seconds: 9, peakBytes: 7, engine: 'WebAssembly' };
    const first = runner.forecast(REQUEST);
    const second = runner.forecast(REQUEST);
    await expect(first).rejects.toThrow('The forecast is no longer wanted.');
    const [{ id: older }, { id }] = workers[0].told;
    workers[0].say({ type: 'forecast', id: older, forecast: { ...told, seconds: 1 } });
    workers[0].say({ type: 'forecast', id, forecast: told });
    expect(await second).toEqual(told);
    const third = runner.forecast(REQUEST);
    await runner.start(REQUEST);
    await expect(third).rejects.toThrow('The forecast is no longer wanted.');
    await expect(runner.forecast(REQUEST)).rejects.toThrow(/^A picture is being made/);
  });

  it('leaves no question open when the Worker dies', async () => {
    const { runner, deaths } = setUp();
    const asked = runner.forecast(REQUEST);
    deaths[0]();
    await expect(asked).rejects.toThrow('The forecast is no longer wanted.');
  });

  it('queues a second run, which begins when the first has ended', async () => {
    const { runner, workers, status } = setUp();
    const [first, second] = [await runner.start(REQUEST), await runner.start(REQUEST)];
    expect([status(first.id), status(second.id)]).toEqual(['capturing', 'queued']);
    workers[0].say({ type: 'failed', id: first.id, failure: { code: 'x', message: 'No.' }, kept: null, picture: null });
    expect([status(first.id), status(second.id)]).toEqual(['failed', 'capturing']);
    expect(workers).toHaveLength(1);
    expect(workers[0].told.map(({ type, id }) => [type, id])).toEqual([
      ['run', first.id],
      ['run', second.id],
    ]);
  });

  it('lets jobs of several tabs take turns, in the order that can be changed', async () => {
    const { runner, workers } = setUp();
    const ids: string[] = [];
    for (const tab of [1, 1, 1, 2, 2]) ids.push((await runner.start(fromTab(tab))).id);
    const names = (list: JobState[]) => list.map(({ id }) => ids.indexOf(id));
    expect(names(await runner.jobs())).toEqual([3, 1, 4, 2, 0]);
    await runner.moveUp(ids[2]);
    expect(names(await runner.jobs())).toEqual([3, 2, 4, 1, 0]);
    await runner.cancel(ids[4]);
    const began: number[] = [];
    for (let id = ids[0]; began.length < 4; id = ids[began.at(-1)!]) {
      if (began.length === 0) began.push(0);
      workers[0].say({ type: 'failed', id, failure: { code: 'x', message: 'No.' }, kept: null, picture: null });
      began.push(ids.indexOf(workers[0].told.at(-1)!.id));
      if (began.length === 4) break;
    }
    expect(began).toEqual([0, 3, 2, 1]);
  });

  it('cancels only the run that was meant, and only while it is there', async () => {
    const { runner, workers } = setUp();
    const { id } = await runner.start(REQUEST);
    await runner.cancel('another');
    expect(workers[0].told).toHaveLength(1);
    await runner.cancel(id);
    expect(workers[0].told.at(-1)).toEqual({ type: 'cancel', id });
    workers[0].say({ type: 'cancelled', id, kept: KEPT });
    expect((await runner.current())!.kept).toEqual(KEPT);
    await runner.cancel(id);
    expect(workers[0].told).toHaveLength(2);
  });

  it('puts a run aside and goes on with it from its checkpoint', async () => {
    const { runner, workers, status } = setUp();
    const { id } = await runner.start(REQUEST);
    workers[0].say({ type: 'progress', id, progress: at(4) });
    await runner.pause(id);
    expect(status(id)).toBe('stopping');
    workers[0].say({ type: 'progress', id, progress: at(5) });
    expect(status(id)).toBe('stopping');
    workers[0].say({ type: 'paused', id, kept: KEPT });
    expect(status(id)).toBe('paused');
    await runner.resume(id);
    expect(workers[0].told.at(-1)).toEqual({ type: 'run', id, request: REQUEST, resume: true });
  });

  it('stops a run with a result, and goes on with that, too', async () => {
    const { runner, workers, status, ended } = setUp();
    const { id } = await runner.start(REQUEST);
    workers[0].say({ type: 'progress', id, progress: at(4) });
    await runner.stop(id);
    expect(workers[0].told.at(-1)).toEqual({ type: 'stop', id });
    workers[0].say({ type: 'finished', id, result: { stopped: true } as never, thumbnail: null });
    expect(status(id)).toBe('done');
    expect(ended.map((state) => state.id)).toEqual([id]);
    await runner.resume(id);
    expect(status(id)).toBe('capturing');
  });

  it('saves what is worth keeping, and progress with its checkpoints alone', async () => {
    const { runner, workers, saved } = setUp();
    const { id } = await runner.start(REQUEST);
    for (let i = 1; i <= 5; i++) workers[0].say({ type: 'progress', id, progress: at(i) });
    workers[0].say({ type: 'kept', id });
    expect(saved.map((state) => [state.status, state.progress?.evaluation])).toEqual([
      ['queued', undefined],
      ['capturing', undefined],
      ['running', 5],
    ]);
  });

  it('goes on in memory where nothing can be stored, and says so once', async () => {
    const { runner, workers } = setUp([], undefined, () => Promise.reject(new DOMException('Full.', 'QuotaExceededError')));
    const { id } = await runner.start(REQUEST);
    await runner.jobs();
    workers[0].say({ type: 'finished', id, result: { stopped: false } as never, thumbnail: null });
    await runner.jobs();
    const state = (await runner.current())!;
    expect(state.status).toBe('done');
    expect(state.notes).toHaveLength(1);
    expect(state.notes[0]).toMatch(/save the picture before you close/);
  });

  it('keeps a finished picture that no storage took, for panels that are opened later', async () => {
    const { runner, workers, events } = setUp();
    const { id } = await runner.start(REQUEST);
    const picture = { width: 1, height: 1, data: new Uint8ClampedArray(4) };
    workers[0].say({ type: 'failed', id, failure: { code: 'not-stored', message: 'Save it now.' }, kept: null, picture });
    const told = () => events.filter((event) => event.type === 'unstored');
    expect(told()).toEqual([{ type: 'unstored', jobId: id, picture }]);
    await runner.jobs();
    expect(told()).toHaveLength(2);
  });

  it('does not wait for a database that never answers', async () => {
    jest.useFakeTimers();
    const { runner } = setUp([], () => new Promise(() => undefined));
    const asked = runner.jobs();
    await jest.advanceTimersByTimeAsync(6000);
    jest.useRealTimers();
    expect(await asked).toEqual([]);
    await expect(runner.start(REQUEST)).resolves.toHaveProperty('id');
  });

  it('keeps a job that is started while the last ones are still being read', async () => {
    let read!: (states: JobState[]) => void;
    const { runner } = setUp([], () => new Promise<JobState[]>((resolve) => (read = resolve)));
    const asked = runner.current();
    const { id } = await runner.start(REQUEST);
    read([{ ...newJob('old', REQUEST), status: 'done', createdAt: 5 }]);
    expect(await asked).toMatchObject({ id, status: 'capturing' });
    expect((await runner.jobs()).map((state) => state.id)).toEqual([id, 'old']);
  });

  it.each([
    ['in silence', (_: SilentWorker, die: () => void) => die()],
    ['with an error', (worker: SilentWorker) => worker.onerror?.({ message: 'out of memory' } as ErrorEvent)],
  ])('goes on from the last checkpoint when the worker dies %s', async (_name, kill) => {
    const { runner, workers, deaths, status } = setUp();
    const { id } = await runner.start(REQUEST);
    workers[0].say({ type: 'progress', id, progress: at(4) });
    kill(workers[0], deaths[0]);
    expect(workers[0].terminated).toBe(true);
    expect(workers[1].told).toEqual([{ type: 'run', id, request: REQUEST, resume: true }]);
    expect(status(id)).toBe('capturing');
    // The first one's lock is let go now: nobody dies of it again.
    deaths[0]();
    expect(workers).toHaveLength(2);
  });

  it('is interrupted with a sentence where workers die again and again, and begins with the next job', async () => {
    const { runner, workers, deaths, status, ended } = setUp();
    const { id } = await runner.start(REQUEST);
    const next = await runner.start(REQUEST);
    for (let i = 0; i < 3; i++) deaths[i]();
    expect(status(id)).toBe('interrupted');
    expect(runner.book.get(id)!.failure!.message).toMatch(/stopped unexpectedly; go on from its last checkpoint/);
    expect(ended.map((state) => state.id)).toEqual([id]);
    expect(workers[3].told.map(({ type }) => type)).toEqual(['recover', 'run']);
    workers[3].say({ type: 'recovered', id, kept: KEPT });
    expect(runner.book.get(id)!.kept).toEqual(KEPT);
    expect(status(next.id)).toBe('capturing');
  });

  it('is not started again where it died while it was being stopped', async () => {
    const { runner, deaths, status } = setUp();
    const { id } = await runner.start(REQUEST);
    await runner.cancel(id);
    deaths[0]();
    expect(status(id)).toBe('interrupted');
  });

  it('ends a worker that does not answer a cancellation', async () => {
    const { runner, workers, events } = setUp();
    const { id } = await runner.start(REQUEST);
    await runner.cancel(id);
    expect((await runner.current())!.status).toBe('stopping');
    await new Promise<void>((resolve) => {
      const look = (): void => void (workers[0].terminated ? resolve() : setImmediate(look));
      look();
    });
    expect(events.at(-1)).toMatchObject({ state: { status: 'cancelled' } });
    await runner.start(REQUEST);
    expect(workers).toHaveLength(2);
  });

  it('leaves the next run alone when a cancellation was answered in time', async () => {
    jest.useFakeTimers();
    const { runner, workers } = setUp();
    const first = await runner.start(REQUEST);
    await runner.cancel(first.id);
    workers[0].say({ type: 'cancelled', id: first.id, kept: null });
    await runner.start(REQUEST);
    jest.advanceTimersByTime(1000);
    jest.useRealTimers();
    expect(workers[0].terminated).toBe(false);
    expect((await runner.current())!.status).toBe('capturing');
  });

  it('ignores what a worker says of an earlier run', async () => {
    const { runner, workers } = setUp();
    const first = await runner.start(REQUEST);
    await runner.cancel(first.id);
    workers[0].say({ type: 'cancelled', id: first.id, kept: null });
    await runner.start(REQUEST);
    workers[0].say({ type: 'failed', id: first.id, failure: { code: 'late', message: 'Late.' }, kept: null, picture: null });
    expect((await runner.current())!.status).toBe('capturing');
  });

  it('offers a run that the browser ended, with its last picture; what waited goes on waiting, what was over stays as it was', async () => {
    const job = (id: string, change: Partial<JobState>): JobState => ({ ...newJob(id, REQUEST), ...change });
    const { runner, workers, status } = setUp([
      job('ran', { status: 'running', progress: at(3) }),
      job('over', { status: 'cancelled' }),
      job('waited', { status: 'queued' }),
    ]);
    await runner.jobs();
    expect(['ran', 'over', 'waited'].map(status)).toEqual(['interrupted', 'cancelled', 'capturing']);
    expect(workers[0].told.map(({ type, id }) => [type, id])).toEqual([
      ['recover', 'ran'],
      ['run', 'waited'],
    ]);
    expect(runner.book.get('ran')!.endedAt).not.toBeNull();
    await runner.resume('ran');
    workers[0].say({ type: 'failed', id: 'waited', failure: { code: 'x', message: 'No.' }, kept: null, picture: null });
    expect(workers[0].told.at(-1)).toMatchObject({ type: 'run', id: 'ran', resume: true });
  });
});
