import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleScripts, openIsolatedPage, type IsolatedPage } from '../../../bench/isolated-page';
import type { EngineAnswer, EngineRequest } from './engine-worker';

/** Of features and gradients of the whole network, in L2. */
const TOLERANCE = 1e-3;
/** At sizes where a few units within rounding of 0 are on in one engine and off in the other; see the WebGL engine's test. */
const GRADIENT_TOLERANCE = 5e-3;

describe('the WebGPU engine in a browser', () => {
  const scripts = mkdtempSync(path.join(tmpdir(), 'webgpu-engine-'));
  let page: IsolatedPage;
  const ask = (request: EngineRequest): Promise<EngineAnswer> => page.askWorker('engine-worker.js', request);

  beforeAll(async () => {
    await bundleScripts({ 'engine-worker': 'test/browser/webgpu-engine/engine-worker.ts' }, scripts);
    page = await openIsolatedPage([scripts, 'models/vgg16', 'node_modules/@tensorflow/tfjs-backend-wasm/dist'], {
      switches: ['--enable-unsafe-webgpu'],
    });
  }, 120_000);
  afterAll(async () => {
    await page.close();
    rmSync(scripts, { recursive: true });
  });

  test('agrees with plain loops in every operation', async () => {
    const { description, failures, cases } = await ask({ work: 'conformance' });
    expect(description).toMatch(/^WebGPU, /);
    expect(failures).toEqual([]);
    expect(cases).toBeGreaterThan(250);
  });

  test.each(['probe', 'probe-tfjs'] as const)('gives the known answer that engines are checked against: %s', async (work) => {
    expect((await ask({ work })).failures).toEqual([]);
  });

  test('has the features and gradients of VGG-16', async () => {
    const sizes: [number, number][] = [
      [16, 16],
      [33, 21],
    ];
    const { comparisons } = await ask({ work: 'networks', sizes });
    expect(comparisons.map(({ height, width }) => [height, width])).toEqual(sizes);
    for (const { features, gradient, tensorsLeft } of comparisons) {
      for (const distance of Object.values(features)) expect(distance).toBeLessThan(TOLERANCE);
      expect(gradient).toBeLessThan(GRADIENT_TOLERANCE);
      expect(tensorsLeft).toBe(0);
    }
  });

  test('rejects with context-lost when the device goes away', async () => {
    const { loss } = await ask({ work: 'lose-device' });
    const code = 'context-lost';
    expect(loss).toEqual({ waitingRead: code, laterOperation: code, laterUpload: code, laterRead: code });
  });

  test('refuses a tensor that is larger than the largest buffer', async () => {
    expect((await ask({ work: 'small-device' })).failures).toEqual(['out-of-memory']);
  });
});
