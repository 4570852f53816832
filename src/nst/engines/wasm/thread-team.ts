import { EngineError } from '../engine-error';
import { JobBoard, MOST_PORTIONS } from './job-board';
import { kernelByNumber, kernelNumber, type Kernels, type RangedKernel } from './kernels';
import type { ThreadAnswer, ThreadStart } from './thread';

/** A dedicated worker that runs thread.ts. */
export type Thread = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

/** Looks for the others' end this often before it goes to sleep. */
const SPINS = 20000;
/** Counted in waits, not in hours of the clock: a computer that slept has lost no thread. */
const WAIT_MILLISECONDS = 100;

/** This thread and its helpers; with no helpers everything runs here. */
export class ThreadTeam {
  private readonly board: JobBoard | null;
  private broken = false;

  private constructor(
    private readonly kernels: Kernels,
    private readonly helpers: readonly Thread[],
    private readonly patienceMilliseconds: number,
    board: JobBoard | null,
  ) {
    this.board = board;
  }

  static alone(kernels: Kernels): ThreadTeam {
    return new ThreadTeam(kernels, [], 0, null);
  }

  /** Rejects with EngineError('thread-died') if a helper doesn't start within the patience. */
  static async start(
    kernels: Kernels,
    start: Pick<ThreadStart, 'module' | 'memory'>,
    helpers: readonly Thread[],
    patienceMilliseconds: number,
  ): Promise<ThreadTeam> {
    const board = new JobBoard();
    const team = new ThreadTeam(kernels, helpers, patienceMilliseconds, board);
    try {
      await Promise.all(
        helpers.map((helper, i) => startHelper(helper, { ...start, board: board.buffer, threadIndex: i + 1 }, patienceMilliseconds)),
      );
    } catch (reason) {
      team.dismiss();
      throw reason;
    }
    return team;
  }

  get size(): number {
    return this.helpers.length + 1;
  }

  /**
   * Runs a kernel on the items [0, count), in portions of `grain`, and returns when all are done.
   * Throws EngineError('thread-died') when a helper has taken a portion and does not finish it.
   */
  run(kernel: RangedKernel, values: readonly number[], count: number, grain = 1): void {
    if (this.broken) throw died('A helper thread of the WebAssembly engine has died.');
    const portion = Math.max(grain, Math.ceil(count / MOST_PORTIONS));
    if (!this.board || count <= portion) this.kernels[kernel](...values, 0, count);
    else this.share(this.board, { kernel: kernelNumber(kernel), arguments: values, count, grain: portion });
  }

  dismiss(): void {
    this.broken = true;
    for (const helper of this.helpers) helper.terminate();
  }

  private share(board: JobBoard, job: Parameters<JobBoard['post']>[0]): void {
    board.post(job);
    board.work((kernel, values) => kernelByNumber(this.kernels, kernel)(...values));
    for (let spin = 0; spin < SPINS; spin++) if (board.finished) return;
    this.waitForOthers(board);
  }

  private waitForOthers(board: JobBoard): void {
    const waits = Math.ceil(this.patienceMilliseconds / WAIT_MILLISECONDS);
    for (let wait = 0; wait < waits && !board.finished && !board.failed; wait++) board.waitForProgress(WAIT_MILLISECONDS);
    if (board.finished) return;
    this.dismiss();
    throw died('A helper thread of the WebAssembly engine stopped in the middle of its work.');
  }
}

function startHelper(helper: Thread, start: ThreadStart, patienceMilliseconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const tooLate = setTimeout(
      () => reject(died('A helper thread of the WebAssembly engine did not start in time.')),
      patienceMilliseconds,
    );
    const fail = (reason: string): void => {
      clearTimeout(tooLate);
      reject(died(`A helper thread of the WebAssembly engine could not start: ${reason}`));
    };
    helper.onerror = (event) => fail(event.message || 'its script did not load');
    helper.onmessage = ({ data }: MessageEvent<ThreadAnswer>) => {
      if (!data.ready) return fail(data.reason);
      clearTimeout(tooLate);
      resolve();
    };
    helper.postMessage(start);
  });
}

function died(message: string): EngineError {
  return new EngineError('thread-died', message);
}
