/** The states of a job and what leads from one to another: all there is, in one table. See docs/decisions/0004. */

export const JOB_STATUSES = [
  /** Waits for its turn. */
  'queued',
  /** Takes in its pictures and the network, and chooses an engine. */
  'capturing',
  /** Evaluates J. */
  'running',
  /** Put aside with a checkpoint. */
  'paused',
  /** Was told to pause, to stop or to cancel, and ends with the evaluation that it is in. */
  'stopping',
  /** There is a result: of all evaluations, or of those until it was stopped. */
  'done',
  'failed',
  'cancelled',
  /** The browser ended what it ran in. */
  'interrupted',
] as const;

export type JobStatus = (typeof JOB_STATUSES)[number];

export type LifeEvent =
  /** Its turn has come. */
  | 'begin'
  /** J was evaluated. */
  | 'evaluate'
  /** The user's orders … */
  | 'pause'
  | 'stop'
  | 'cancel'
  | 'resume'
  /** … and what came of them. */
  | 'put-aside'
  | 'give-up'
  | 'finish'
  | 'fail'
  /** What it ran in is gone. */
  | 'die';

const ENDED = { resume: 'queued' } as const;

export const TRANSITIONS: Readonly<Record<JobStatus, Partial<Record<LifeEvent, JobStatus>>>> = {
  queued: { begin: 'capturing', pause: 'paused', cancel: 'cancelled', fail: 'failed' },
  capturing: {
    evaluate: 'running',
    pause: 'stopping',
    cancel: 'stopping',
    finish: 'done',
    fail: 'failed',
    die: 'interrupted',
  },
  running: {
    evaluate: 'running',
    pause: 'stopping',
    stop: 'stopping',
    cancel: 'stopping',
    finish: 'done',
    fail: 'failed',
    die: 'interrupted',
  },
  // The last evaluation before it ends is evaluated to its end.
  stopping: {
    evaluate: 'stopping',
    stop: 'stopping',
    cancel: 'stopping',
    'put-aside': 'paused',
    'give-up': 'cancelled',
    finish: 'done',
    fail: 'failed',
    die: 'interrupted',
  },
  paused: { resume: 'queued', cancel: 'cancelled' },
  interrupted: { resume: 'queued', cancel: 'cancelled' },
  done: ENDED,
  failed: ENDED,
  cancelled: ENDED,
};

/** Null where the event has no place in that state: it came too late, or twice, and changes nothing. */
export function after(status: JobStatus, event: LifeEvent): JobStatus | null {
  return TRANSITIONS[status][event] ?? null;
}

/** Whether a Worker is at work on it. */
export function isAtWork(status: JobStatus | undefined): boolean {
  return status === 'capturing' || status === 'running' || status === 'stopping';
}

/** Whether it will go on, by itself or when asked to. */
export function isUnfinished(status: JobStatus): boolean {
  return isAtWork(status) || status === 'queued' || status === 'paused' || status === 'interrupted';
}
