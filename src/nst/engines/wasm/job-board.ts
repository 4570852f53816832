/**
 * How threads share work: one job at a time lies in shared memory, cut into portions that each thread takes in turn,
 * so that a thread that wakes late, or not at all, holds nobody up unless it has taken a portion.
 *
 * A ticket holds the job's number and the next portion in one word. A thread that read the arguments of a job
 * while the next one was being written finds another ticket and starts over.
 */
const JOB = 0;
const TICKET = 1;
const PORTIONS = 2;
const DONE = 3;
const FAILED = 4;
const KERNEL = 5;
const COUNT = 6;
const GRAIN = 7;
const ARGUMENT_COUNT = 8;
const WORDS = 16;
const MOST_ARGUMENTS = 32;

const PORTION_BITS = 12;
const CLOSED = (1 << PORTION_BITS) - 1;
/** A ticket can't count further. */
export const MOST_PORTIONS = CLOSED;
const JOB_MASK = (1 << (31 - PORTION_BITS)) - 1;

export interface Job {
  kernel: number;
  /** All arguments but the last two, the range. */
  arguments: readonly number[];
  /** Items in all, and in one portion. */
  count: number;
  grain: number;
}

export class JobBoard {
  readonly buffer: SharedArrayBuffer;
  private readonly words: Int32Array;
  private readonly values: Float64Array;

  constructor(buffer = new SharedArrayBuffer(WORDS * 4 + MOST_ARGUMENTS * 8)) {
    this.buffer = buffer;
    this.words = new Int32Array(buffer, 0, WORDS);
    this.values = new Float64Array(buffer, WORDS * 4, MOST_ARGUMENTS);
  }

  /** Only when no job is in progress. */
  post(job: Job): void {
    const { words } = this;
    const number = (this.number + 1) & JOB_MASK;
    Atomics.store(words, TICKET, (number << PORTION_BITS) | CLOSED);
    words[KERNEL] = job.kernel;
    words[COUNT] = job.count;
    words[GRAIN] = job.grain;
    words[PORTIONS] = Math.ceil(job.count / job.grain);
    words[ARGUMENT_COUNT] = job.arguments.length;
    this.values.set(job.arguments);
    Atomics.store(words, DONE, 0);
    Atomics.store(words, TICKET, number << PORTION_BITS);
    Atomics.store(words, JOB, number);
    Atomics.notify(words, JOB);
  }

  /** The number of the latest job. */
  get number(): number {
    return Atomics.load(this.words, JOB);
  }

  get failed(): boolean {
    return Atomics.load(this.words, FAILED) !== 0;
  }

  get finished(): boolean {
    return Atomics.load(this.words, DONE) === this.words[PORTIONS];
  }

  /** Takes portions of the present job and runs them until none is left. */
  work(run: (kernel: number, values: readonly number[]) => void): void {
    for (;;) {
      const ticket = Atomics.load(this.words, TICKET);
      const portion = ticket & CLOSED;
      if (portion >= this.words[PORTIONS]) return;
      const kernel = this.words[KERNEL];
      const grain = this.words[GRAIN];
      const begin = portion * grain;
      const values = [...this.values.subarray(0, this.words[ARGUMENT_COUNT]), begin, Math.min(begin + grain, this.words[COUNT])];
      if (Atomics.compareExchange(this.words, TICKET, ticket, ticket + 1) !== ticket) continue;
      run(kernel, values);
      Atomics.add(this.words, DONE, 1);
      Atomics.notify(this.words, DONE);
    }
  }

  fail(): void {
    Atomics.store(this.words, FAILED, 1);
    Atomics.notify(this.words, DONE);
  }

  /** Sleeps until there is another job than `number`. */
  waitForJob(number: number): void {
    Atomics.wait(this.words, JOB, number);
  }

  /** Sleeps until another portion is done, at most so long. */
  waitForProgress(milliseconds: number): void {
    const done = Atomics.load(this.words, DONE);
    if (done !== this.words[PORTIONS] && !this.failed) Atomics.wait(this.words, DONE, done, milliseconds);
  }
}
