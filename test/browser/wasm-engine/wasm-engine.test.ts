import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleScripts, openIsolatedPage, type IsolatedPage } from '../../../bench/isolated-page';
import { compiledKernels } from '../../unit/wasm-engine/open-engine';
import type { EngineAnswer, EngineRequest } from './engine-worker';

describe('the WebAssembly engine in a browser', () => {
  const scripts = mkdtempSync(path.join(tmpdir(), 'wasm-engine-'));
  let page: IsolatedPage;
  const ask = (request: EngineRequest): Promise<EngineAnswer> => page.askWorker('engine-worker.js', request);

  beforeAll(async () => {
    const sources = {
      'engine-worker': 'test/browser/wasm-engine/engine-worker.ts',
      'stalled-thread': 'test/browser/wasm-engine/stalled-thread.ts',
      thread: 'src/nst/engines/wasm/thread.ts',
    };
    await bundleScripts(sources, scripts);
    page = await openIsolatedPage([compiledKernels(), scripts]);
  }, 120_000);
  afterAll(async () => {
    await page.close();
    rmSync(scripts, { recursive: true });
  });

  test('gives the same values, bit for bit, with one thread, two and three', async () => {
    const alone = await ask({ threads: 1 });
    expect(alone.description).toBe('WebAssembly, relaxed SIMD, 1 thread');
    expect(alone.failure).toBeNull();
    for (const threads of [2, 3]) {
      const together = await ask({ threads });
      expect(together.description).toBe(`WebAssembly, relaxed SIMD, ${threads} threads`);
      expect(together.results).toEqual(alone.results);
    }
  });

  test('says so when a thread dies in the middle of its work, and does not hang', async () => {
    const { failure, milliseconds } = await ask({ threads: 2, threadScript: '/stalled-thread.js', rounds: 100 });
    expect(failure?.code).toBe('thread-died');
    expect(milliseconds).toBeLessThan(60_000);
  });

  test('says so when there is not enough memory', async () => {
    const { failure } = await ask({ threads: 2, memoryLimitBytes: 3 << 20 });
    expect(failure).toMatchObject({ code: 'out-of-memory', message: expect.stringContaining('choose a smaller size') });
  });

  test('works alone on a page without shared memory', async () => {
    const plain = await openIsolatedPage([compiledKernels(), scripts], { isolated: false });
    try {
      const answer = await plain.askWorker<EngineRequest, EngineAnswer>('engine-worker.js', { threads: 2 });
      expect(answer.description).toBe('WebAssembly, relaxed SIMD, 1 thread');
      expect(answer.results).toEqual((await ask({ threads: 1 })).results);
    } finally {
      await plain.close();
    }
  });
});
