import type { Engine } from '../../../src/nst/engines/engine';
import { runCase } from '../../engine-conformance/case';
import { CONVOLUTION_CASES, LARGE_CONVOLUTION_CASES } from '../../engine-conformance/convolutions';
import { OPERATION_CASES } from '../../engine-conformance/operations';
import { POSITION_CASES } from '../../engine-conformance/position-operations';
import { openEngine } from './open-engine';

describe('operations of the WebAssembly engine', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine();
  }, 60_000);
  afterAll(() => engine.destroy());

  test.each([...OPERATION_CASES, ...POSITION_CASES, ...CONVOLUTION_CASES, ...LARGE_CONVOLUTION_CASES])('$name', (one) =>
    expect(runCase(engine, one)).resolves.toBeUndefined(),
  );
});
