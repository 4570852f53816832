import type { Engine } from '../../../src/nst/engines/engine';
import { createTfjsEngine } from '../../../src/nst/engines/tfjs';
import { runCase } from '../../engine-conformance/case';
import { POSITION_CASES } from '../../engine-conformance/position-operations';
import { cpuEngine } from './engine-for-tests';

describe('the TensorFlow.js engine', () => {
  it('is unsupported with WebGPU where there is none', async () => {
    await expect(createTfjsEngine({ backend: 'webgpu' })).rejects.toMatchObject({
      code: 'unsupported',
      message: expect.stringContaining('choose another engine'),
    });
  });
});

describe('operations on positions of the TensorFlow.js engine', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await cpuEngine();
  });

  test.each([...POSITION_CASES])('$name', (one) => expect(runCase(engine, one)).resolves.toBeUndefined());
});
