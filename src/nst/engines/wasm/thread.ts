import { JobBoard } from './job-board';
import { instantiateKernels, kernelByNumber, type Kernels } from './kernels';

/** What a helper thread is told once, before it works for good. */
export interface ThreadStart {
  module: WebAssembly.Module;
  memory: WebAssembly.Memory;
  board: SharedArrayBuffer;
  /** The engine's own thread is 0. */
  threadIndex: number;
}

/** What a helper thread answers, once. */
export type ThreadAnswer = { ready: true } | { ready: false; reason: string };

/** Looks for the next job this often before it goes to sleep: waking takes longer than most pauses between jobs. */
const SPINS = 20000;

/** The script of a helper thread: a worker that waits for jobs until it is terminated. */
self.onmessage = async ({ data }: MessageEvent<ThreadStart>) => {
  try {
    const kernels = await instantiateKernels(data.module, data.memory, data.threadIndex);
    answer({ ready: true });
    workForever(new JobBoard(data.board), kernels);
  } catch (reason) {
    answer({ ready: false, reason: String(reason) });
  }
};

function answer(message: ThreadAnswer): void {
  (self as unknown as { postMessage(message: ThreadAnswer): void }).postMessage(message);
}

function workForever(board: JobBoard, kernels: Kernels): never {
  for (let seen = -1; ;) {
    waitForNext(board, seen);
    seen = board.number;
    try {
      board.work((kernel, values) => kernelByNumber(kernels, kernel)(...values));
    } catch (reason) {
      board.fail();
      throw reason;
    }
  }
}

function waitForNext(board: JobBoard, seen: number): void {
  for (let spin = 0; spin < SPINS; spin++) if (board.number !== seen) return;
  board.waitForJob(seen);
}
