import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleScripts, openIsolatedPage, type IsolatedPage } from '../../../bench/isolated-page';
import type { NetworkComparison } from './compare-networks';
import type { EngineAnswer, EngineRequest } from './engine-worker';

/** What WebGL 2 devices have at the least. */
const LEAST_LIMITS = { maxDrawBuffers: 4, maxArrayLayers: 256, maxTextureSize: 4096 };
/** Of features of the whole network, in L2; 4e-6 was measured. */
const FEATURES_TOLERANCE = 1e-4;
/** And of gradients at a size where every unit is on or off in both engines; 2e-6 was measured. */
const SMOOTH_GRADIENT_TOLERANCE = 1e-4;
/**
 * At any other size a few units within rounding of 0 are on in one engine and off in the other, and a share f of such units
 * moves the gradient by about √f in L2: 1e-4 to 2.4e-3 was measured.
 */
const GRADIENT_TOLERANCE = 5e-3;

describe('the WebGL engine in a browser', () => {
  const scripts = mkdtempSync(path.join(tmpdir(), 'webgl-engine-'));
  let page: IsolatedPage;
  const ask = (request: EngineRequest): Promise<EngineAnswer> => page.askWorker('engine-worker.js', request);

  beforeAll(async () => {
    await bundleScripts({ 'engine-worker': 'test/browser/webgl-engine/engine-worker.ts' }, scripts);
    page = await openIsolatedPage([scripts, 'models/vgg16', 'node_modules/@tensorflow/tfjs-backend-wasm/dist']);
  }, 120_000);
  afterAll(async () => {
    await page.close();
    rmSync(scripts, { recursive: true });
  });

  test.each([
    ['all that the device has', undefined],
    ['4 render targets', LEAST_LIMITS],
  ])('agrees with plain loops in every operation, with %s', async (_, limits) => {
    const { description, failures, cases } = await ask({ work: 'conformance', limits });
    expect(description).toMatch(/^WebGL 2, /);
    expect(failures).toEqual([]);
    expect(cases).toBeGreaterThan(150);
  });

  test('gives the known answer that engines are checked against', async () => {
    const { failures, cases } = await ask({ work: 'probe' });
    expect(failures).toEqual([]);
    expect(cases).toBe(1);
  });

  const sizes: [height: number, width: number][] = [
    [32, 32],
    [45, 61],
    [131, 97],
    [211, 300],
  ];
  test.each([
    ['all that the device has', undefined, sizes],
    ['4 render targets', LEAST_LIMITS, sizes.slice(0, 3)],
  ])('has the features and gradients of VGG-16, with %s', async (_, limits, tried) => {
    const { comparisons } = await ask({ work: 'networks', limits, sizes: tried });
    expect(comparisons.map(({ height, width }) => [height, width])).toEqual(tried);
    for (const comparison of comparisons) expectClose(comparison);
    expect(Math.min(...comparisons.map(({ gradient }) => gradient))).toBeLessThan(SMOOTH_GRADIENT_TOLERANCE);
  });

  test('rejects with context-lost when the context goes away', async () => {
    const { loss } = await ask({ work: 'lose-context' });
    const code = 'context-lost';
    expect(loss).toEqual({ waitingRead: code, laterOperation: code, laterUpload: code, laterRead: code });
  });

  test('is unsupported where float32 textures cannot be written, and where textures are small', async () => {
    const { failures } = await ask({ work: 'lacking-devices' });
    expect(failures).toEqual(['unsupported', 'unsupported']);
  });
});

function expectClose({ features, gradient, tensorsLeft }: NetworkComparison): void {
  for (const distance of Object.values(features)) expect(distance).toBeLessThan(FEATURES_TOLERANCE);
  expect(gradient).toBeLessThan(GRADIENT_TOLERANCE);
  expect(tensorsLeft).toBe(0);
}
