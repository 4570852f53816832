/** Orders, answers of Workers and deaths in any order: the states of all jobs stay whole. */
import * as fc from 'fast-check';
import { JobRunner } from '../../../../src/offscreen/jobs/job-runner';
import type { FromWorker, ToWorker } from '../../../../src/offscreen/jobs/worker-messages';
import type { JobState } from '../../../../src/protocol/job';
import { isAtWork } from '../../../../src/protocol/job-life';
import { layer, progress, request, result } from '../../panel/jobs-for-tests';
import { assert } from '../assert';
import { entry } from '../entry';

const KEPT = { image: 'kept', width: 64, height: 64, evaluation: 5 };
const FAILURE = { code: 'x', message: 'No.' };

const ORDERS = ['start', 'cancel', 'pause', 'stop', 'resume', 'moveUp', 'jobs', 'current'] as const;
const WORKER = ['activity', 'progress', 'finished', 'paused', 'cancelled', 'failed', 'kept', 'note', 'recovered', 'die', 'break'] as const;
const step = fc.record({ what: fc.constantFrom(...ORDERS, ...WORKER, 'progress' as const), which: fc.nat(5), tab: fc.nat(2) });

interface World {
  runner: JobRunner;
  ids: string[];
  /** What the Worker that is alive was told. */
  told: ToWorker[];
  say(message: FromWorker): void;
  die(): void;
  break(): void;
}

function world(): World {
  let current: { worker: Worker; onDeath: () => void } | null = null;
  const made: World = {
    ids: [],
    told: [],
    runner: new JobRunner({
      createWorker(onDeath) {
        made.told = [];
        const worker = { postMessage: (message: ToWorker) => made.told.push(message), terminate: () => (current = null) };
        current = { worker: worker as unknown as Worker, onDeath };
        return current.worker;
      },
      send: () => undefined,
      shelf: { load: async () => [], save: async () => undefined, delete: async () => undefined },
      // Fires after the case.
      cancelMs: 0,
    }),
    say: (message) => current?.worker.onmessage?.({ data: message } as MessageEvent),
    die: () => current?.onDeath(),
    break: () => current?.worker.onerror?.({ message: 'broken' } as ErrorEvent),
  };
  return made;
}

async function take({ what, which, tab }: { what: string; which: number; tab: number }, at: World): Promise<void> {
  const id = at.ids.at(which % Math.max(1, at.ids.length)) ?? 'nobody';
  const { runner } = at;
  switch (what) {
    case 'start':
      return void at.ids.push((await runner.start(request({ layer: { ...layer, tabId: tab } }))).id);
    case 'cancel':
    case 'pause':
    case 'stop':
    case 'resume':
    case 'moveUp':
      return void (await runner[what](id));
    case 'jobs':
    case 'current':
      return void (await runner[what]());
    case 'die':
      return at.die();
    case 'break':
      return at.break();
    default:
      return at.say(messageOf(what, id));
  }
}

function messageOf(type: string, id: string): FromWorker {
  const details: Record<string, object> = {
    activity: { activity: 'Painting' },
    progress: { progress: progress(3, 2) },
    finished: { result: result('g', [2, 1]), thumbnail: null },
    paused: { kept: KEPT },
    cancelled: { kept: KEPT },
    recovered: { kept: KEPT },
    failed: { failure: FAILURE, kept: null, picture: null },
    note: { note: 'A note.' },
  };
  return { type, id, ...details[type] } as FromWorker;
}

function assertWhole({ runner, ids, told }: World): void {
  const states = ids.map((id) => runner.book.get(id)).filter((state): state is JobState => state !== null);
  assert(states.length === ids.length, 'A job was lost.');
  const atWork = states.filter(({ status }) => isAtWork(status));
  assert(atWork.length <= 1, `${atWork.length} jobs are at work at once.`);
  const waits = states.some(({ status }) => status === 'queued');
  assert(!waits || atWork.length === 1, 'A job waits, and nobody is at work.');
  assert(runner.isRunning() === (atWork.length === 1), 'The runner does not know whether it runs.');
  for (const { status, endedAt } of states) {
    const isOver = !isAtWork(status) && status !== 'queued';
    assert(isOver === (endedAt !== null), `A job that is ${status} ${endedAt === null ? 'has no' : 'has an'} end.`);
  }
  const [working] = atWork;
  if (working)
    assert(
      told.some(({ type, id }) => type === 'run' && id === working.id),
      'The Worker was never told to run what is at work.',
    );
  for (const { status, result: picture } of states)
    assert((status === 'done') === (picture !== null) || status !== 'done', 'Done without a picture.');
}

export const JOBS = [
  entry('orders and answers about jobs', fc.array(step, { minLength: 1, maxLength: 40 }), async (steps) => {
    const at = world();
    for (const one of steps) {
      await take(one, at);
      assertWhole(at);
    }
  }),
];
