import { JobBoard } from '../../../src/nst/engines/wasm/job-board';
import type { Kernels } from '../../../src/nst/engines/wasm/kernels';
import type { ThreadStart } from '../../../src/nst/engines/wasm/thread';
import { ThreadTeam, type Thread } from '../../../src/nst/engines/wasm/thread-team';
import { openEngine } from './open-engine';

/** A helper that starts as it should and then takes a portion of work that it never finishes. */
class DyingThread implements Thread {
  onmessage: Worker['onmessage'] = null;
  onerror: Worker['onerror'] = null;
  terminated = false;
  private board: JobBoard | null = null;

  postMessage(start: unknown): void {
    this.board = new JobBoard((start as ThreadStart).board);
    queueMicrotask(() => this.onmessage?.call(this as unknown as Worker, { data: { ready: true } } as MessageEvent));
  }

  takePortionAndDie(): void {
    expect(() =>
      this.board!.work(() => {
        throw new Error('killed');
      }),
    ).toThrow('killed');
  }

  terminate(): void {
    this.terminated = true;
  }
}

describe('failures of the WebAssembly engine', () => {
  test('a thread that dies in the middle of its work is an EngineError, then and ever after', async () => {
    const thread = new DyingThread();
    let taken = false;
    const scale = (): number => {
      if (!taken) {
        taken = true;
        thread.takePortionAndDie();
      }
      return 0;
    };
    const kernels = { scale } as Partial<Kernels> as Kernels;
    const start = {} as Pick<ThreadStart, 'module' | 'memory'>;
    const team = await ThreadTeam.start(kernels, start, [thread], 200);
    expect(() => team.run('scale', [], 4)).toThrow(expect.objectContaining({ name: 'EngineError', code: 'thread-died' }));
    expect(thread.terminated).toBe(true);
    expect(() => team.run('scale', [], 4)).toThrow(expect.objectContaining({ code: 'thread-died' }));
  });

  test('memory beyond the limit is an EngineError that says what to do', async () => {
    const engine = await openEngine({ memoryLimitBytes: 8 << 20 });
    expect(() => engine.zeros([2000, 2000, 3])).toThrow(expect.objectContaining({ name: 'EngineError', code: 'out-of-memory' }));
    engine.destroy();
  });

  test('memory that the browser refuses is an EngineError', async () => {
    const engine = await openEngine();
    const refuse = jest.spyOn(WebAssembly.Memory.prototype, 'grow').mockImplementation(() => {
      throw new RangeError('refused');
    });
    expect(() => engine.zeros([4000, 4000, 3])).toThrow(expect.objectContaining({ name: 'EngineError', code: 'out-of-memory' }));
    refuse.mockRestore();
    engine.destroy();
  });
});
