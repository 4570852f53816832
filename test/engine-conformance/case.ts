import type { Engine, Tensor } from '../../src/nst/engines/engine';
import { relativeError, type Values } from '../unit/reference-operations';

/** What every engine must do; runs in Node and in a browser's worker, so it knows no test runner. */
export interface ConformanceCase {
  name: string;
  /** Rejects if the engine is wrong. */
  run(bench: Bench): Promise<void>;
}

/** An engine under test, with comparisons that dispose what they looked at. */
export class Bench {
  constructor(readonly engine: Engine) {}

  upload({ data, shape }: Values): Tensor {
    return this.engine.upload(Float32Array.from(data), shape);
  }

  async expectValues(actual: Tensor, expected: Values, tolerance: number): Promise<void> {
    if (String(actual.shape) !== String(expected.shape)) throw new Error(`shape [${actual.shape}] instead of [${expected.shape}]`);
    const error = relativeError(await this.engine.read(actual), expected.data);
    if (!(error < tolerance)) throw new Error(`relative error ${error} of [${expected.shape}], allowed is ${tolerance}`);
    this.engine.dispose(actual);
  }

  /** Relative to the expected value, or absolute below 1. */
  async expectScalar(actual: Tensor, expected: number, tolerance: number): Promise<void> {
    const [value] = await this.engine.readScalars([actual]);
    const error = Math.abs(value - expected) / Math.max(1, Math.abs(expected));
    if (!(error < tolerance)) throw new Error(`${value} instead of ${expected}, allowed is ${tolerance}`);
    this.engine.dispose(actual);
  }
}

/** Runs one case; rejects if it fails or leaves tensors or bytes behind. */
export async function runCase(engine: Engine, { run }: ConformanceCase): Promise<void> {
  const before = engine.memory();
  await run(new Bench(engine));
  const after = engine.memory();
  if (after.tensors !== before.tensors || after.bytes !== before.bytes) {
    throw new Error(`left ${after.tensors - before.tensors} tensors and ${after.bytes - before.bytes} bytes behind`);
  }
}
