import { JobRunner } from '../../../src/offscreen/job-runner';
import type { FromWorker, ToWorker } from '../../../src/offscreen/worker-messages';
import type { JobRequest, JobState } from '../../../src/protocol/job';
import type { JobEvent } from '../../../src/protocol/events';
import { defaultSettings } from '../../../src/nst/settings';

const REQUEST: JobRequest = {
  content: 'content',
  styles: [{ image: 'style', name: 'Style', weight: 1, mask: null }],
  mask: null,
  size: 64,
  engine: 'auto',
  settings: defaultSettings,
  layer: null,
};

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

function setUp(last: JobState | null = null, loadLast = async () => last) {
  const deaths: (() => void)[] = [];
  const workers: SilentWorker[] = [];
  const events: JobEvent[] = [];
  const saved: JobState[] = [];
  const runner = new JobRunner({
    createWorker: (onDeath) => {
      deaths.push(onDeath);
      workers.push(new SilentWorker());
      return workers.at(-1) as unknown as Worker;
    },
    send: (event) => events.push(event),
    save: async (state) => void saved.push(state),
    loadLast,
    cancelMs: 10,
  });
  return { runner, workers, deaths, events, saved };
}

const progress = (evaluation: number): Extract<FromWorker, { type: 'progress' }>['progress'] => ({
  evaluation,
  evaluations: 10,
  scale: 1,
  scales: 1,
  width: 64,
  height: 64,
  elapsedMs: 5,
  remainingMs: null,
  fractionDone: 0,
  content: 1,
  style: 2,
  tv: 0,
  total: 3,
});

describe('JobRunner', () => {
  it('hands the request to a worker and tells everyone about each change', async () => {
    const { runner, workers, events } = setUp();
    const { id } = await runner.start(REQUEST);
    expect(workers[0].told).toEqual([{ type: 'run', id, request: REQUEST }]);
    workers[0].say({ type: 'activity', id, activity: 'Loading the network' });
    workers[0].say({ type: 'progress', id, progress: progress(1) });
    const states = events.flatMap((event) => (event.type === 'state' ? [event.state] : []));
    expect(states.map(({ status, activity }) => [status, activity])).toEqual([
      ['capturing', 'Starting'],
      ['capturing', 'Loading the network'],
      ['running', 'Painting'],
    ]);
  });

  it('refuses a second run with a sentence, and takes one after the first has ended', async () => {
    const { runner, workers } = setUp();
    const { id } = await runner.start(REQUEST);
    await expect(runner.start(REQUEST)).rejects.toThrow('cancel it or wait');
    await runner.cancel(id);
    workers[0].say({ type: 'cancelled', id });
    await expect(runner.start(REQUEST)).resolves.toHaveProperty('id');
    expect(workers).toHaveLength(1);
  });

  it('cancels only the run that was meant, and only while it runs', async () => {
    const { runner, workers } = setUp();
    const { id } = await runner.start(REQUEST);
    await runner.cancel('another');
    expect(workers[0].told).toHaveLength(1);
    await runner.cancel(id);
    expect(workers[0].told.at(-1)).toEqual({ type: 'cancel', id });
    workers[0].say({ type: 'cancelled', id });
    await runner.cancel(id);
    expect(workers[0].told).toHaveLength(2);
  });

  it('saves what is worth keeping, and no progress', async () => {
    const { runner, workers, saved } = setUp();
    const { id } = await runner.start(REQUEST);
    for (let i = 1; i <= 5; i++) workers[0].say({ type: 'progress', id, progress: progress(i) });
    workers[0].say({ type: 'failed', id, failure: { code: 'x', message: 'No.' } });
    expect(saved.map(({ status }) => status)).toEqual(['capturing', 'failed']);
    expect(saved.at(-1)!.progress!.evaluation).toBe(5);
  });

  it('fails with a sentence when the worker dies, and starts a new one for the next run', async () => {
    const { runner, workers } = setUp();
    await runner.start(REQUEST);
    workers[0].onerror?.({ message: 'out of memory' } as ErrorEvent);
    expect(workers[0].terminated).toBe(true);
    const state = await runner.current();
    expect(state).toMatchObject({ status: 'interrupted', failure: { code: 'worker-died' } });
    expect(state!.failure!.message).toMatch(/out of memory.*start again/);
    await runner.start(REQUEST);
    expect(workers).toHaveLength(2);
  });

  it('keeps a job that is started while the last one is still being read', async () => {
    let read!: (state: JobState | null) => void;
    const { runner } = setUp(null, () => new Promise<JobState | null>((resolve) => (read = resolve)));
    const asked = runner.current();
    const { id } = await runner.start(REQUEST);
    read(null);
    expect(await asked).toMatchObject({ id, status: 'capturing' });
    await expect(runner.start(REQUEST)).rejects.toThrow('cancel it or wait');
  });

  it('fails with a sentence when the worker dies in silence, and takes the next run', async () => {
    const { runner, workers, deaths } = setUp();
    await runner.start(REQUEST);
    deaths[0]();
    expect(await runner.current()).toMatchObject({ status: 'interrupted', failure: { code: 'worker-died' } });
    await runner.start(REQUEST);
    expect(workers).toHaveLength(2);
    deaths[0]();
    expect((await runner.current())!.status).toBe('capturing');
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
    workers[0].say({ type: 'cancelled', id: first.id });
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
    workers[0].say({ type: 'cancelled', id: first.id });
    await runner.start(REQUEST);
    workers[0].say({ type: 'failed', id: first.id, failure: { code: 'late', message: 'Late.' } });
    expect((await runner.current())!.status).toBe('capturing');
  });

  it('shows a run that the browser ended as interrupted, and a finished one as it was', async () => {
    const state: JobState = {
      id: '1',
      status: 'running',
      activity: '',
      request: REQUEST,
      progress: progress(3),
      result: null,
      failure: null,
    };
    expect(await setUp(state).runner.current()).toMatchObject({ status: 'interrupted', failure: { code: 'interrupted' } });
    expect(await setUp({ ...state, status: 'cancelled' }).runner.current()).toMatchObject({ status: 'cancelled', failure: null });
  });
});
