import { JobBoard } from '../../../src/nst/engines/wasm/job-board';
import type { ThreadStart } from '../../../src/nst/engines/wasm/thread';

/** A helper thread that takes a portion of work and never comes back: for the others it has died in the middle. */
self.onmessage = ({ data }: MessageEvent<ThreadStart>) => {
  self.postMessage({ ready: true });
  const board = new JobBoard(data.board);
  for (let seen = -1; ; seen = board.number) {
    board.waitForJob(seen);
    board.work(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
  }
};
