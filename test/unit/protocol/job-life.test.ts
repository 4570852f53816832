import { after, isAtWork, isUnfinished, JOB_STATUSES, TRANSITIONS, type LifeEvent, type JobStatus } from '../../../src/protocol/job-life';

/** The page of decisions in code, written a second time: every state, event and outcome; whatever is not here changes nothing. */
const EXPECTED: [JobStatus, LifeEvent, JobStatus][] = [
  ['queued', 'begin', 'capturing'],
  ['queued', 'pause', 'paused'],
  ['queued', 'cancel', 'cancelled'],
  ['queued', 'fail', 'failed'],
  ['capturing', 'evaluate', 'running'],
  ['capturing', 'pause', 'stopping'],
  ['capturing', 'cancel', 'stopping'],
  ['capturing', 'finish', 'done'],
  ['capturing', 'fail', 'failed'],
  ['capturing', 'die', 'interrupted'],
  ['running', 'evaluate', 'running'],
  ['running', 'pause', 'stopping'],
  ['running', 'stop', 'stopping'],
  ['running', 'cancel', 'stopping'],
  ['running', 'finish', 'done'],
  ['running', 'fail', 'failed'],
  ['running', 'die', 'interrupted'],
  ['stopping', 'evaluate', 'stopping'],
  ['stopping', 'stop', 'stopping'],
  ['stopping', 'cancel', 'stopping'],
  ['stopping', 'put-aside', 'paused'],
  ['stopping', 'give-up', 'cancelled'],
  ['stopping', 'finish', 'done'],
  ['stopping', 'fail', 'failed'],
  ['stopping', 'die', 'interrupted'],
  ['paused', 'resume', 'queued'],
  ['paused', 'cancel', 'cancelled'],
  ['interrupted', 'resume', 'queued'],
  ['interrupted', 'cancel', 'cancelled'],
  ['done', 'resume', 'queued'],
  ['failed', 'resume', 'queued'],
  ['cancelled', 'resume', 'queued'],
];

const EVENTS: LifeEvent[] = ['begin', 'evaluate', 'pause', 'stop', 'cancel', 'resume', 'put-aside', 'give-up', 'finish', 'fail', 'die'];

describe('the life of a job', () => {
  test.each(EXPECTED)('%s, %s → %s', (status, event, next) => expect(after(status, event)).toBe(next));

  const others = JOB_STATUSES.flatMap((status) =>
    EVENTS.filter((event) => !EXPECTED.some(([s, e]) => s === status && e === event)).map((event) => [status, event] as const),
  );
  test.each(others)('%s, %s changes nothing', (status, event) => expect(after(status, event)).toBeNull());

  test('every state can be reached from the queue, and ends or goes on', () => {
    const reached = new Set<JobStatus>(['queued']);
    for (const status of reached) for (const next of Object.values(TRANSITIONS[status])) reached.add(next);
    expect([...reached].sort()).toEqual([...JOB_STATUSES].sort());
  });

  test('whatever is at work can die, and nothing else can', () => {
    for (const status of JOB_STATUSES) expect(after(status, 'die') !== null).toBe(isAtWork(status));
  });

  test('what is finished is over: all others go on by themselves or when asked to', () => {
    expect(JOB_STATUSES.filter((status) => !isUnfinished(status))).toEqual(['done', 'failed', 'cancelled']);
  });
});
