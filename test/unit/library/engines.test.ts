import { basename } from 'node:path';
import { libraryEngines } from '../../../src/library/engines';
import type { EngineName } from '../../../src/nst/engines/engine';
import { loadKernels } from '../wasm-engine/open-engine';

const ASSETS = 'https://pages.example/brushover/';

beforeAll(() => Object.assign(globalThis, { self: { location: { origin: 'https://other.example' } } }));
afterAll(() => Reflect.deleteProperty(globalThis, 'self'));

test('the WebAssembly engine is made of the package’s files, on one thread where they come from another site', async () => {
  const asked: string[] = [];
  const { engineFor } = libraryEngines(ASSETS, (path) => {
    asked.push(path);
    return loadKernels(basename(path));
  });
  const { engine } = await engineFor('wasm');
  expect(engine.description).toMatch(/^WebAssembly, .*1 thread$/);
  expect(asked).toEqual([expect.stringMatching(/^engines\/wasm\/kernels[\w-]*\.wasm$/)]);
  engine.destroy();
});

test.each(['tfjs-cpu', 'constructor'])('%s is not among its engines', async (name) => {
  const { engineFor } = libraryEngines(ASSETS, () => Promise.reject(new Error('unused')));
  await expect(engineFor(name as EngineName)).rejects.toMatchObject({
    code: 'unsupported',
    message: `There is no engine “${name}”; choose among auto, wasm, webgl, webgpu.`,
  });
});

test('has no engine left once its three have failed', () => {
  const { discard, hasOthers } = libraryEngines(ASSETS, () => Promise.reject(new Error('unused')));
  const left = (['wasm', 'webgl', 'webgpu'] as const).map((name) => {
    discard(name);
    return hasOthers();
  });
  expect(left).toEqual([true, true, false]);
});
