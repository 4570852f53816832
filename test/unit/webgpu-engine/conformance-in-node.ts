/** Runs a part of the conformance suite on Node's WebGPU and prints what failed as one line of JSON: a process of its own, since the driver ends with it. */
import { EngineError } from '../../../src/nst/engines/engine-error';
import type { Engine } from '../../../src/nst/engines/engine';
import { checkEngine } from '../../../src/nst/engines/probe-engine';
import { createWebgpuEngine } from '../../../src/nst/engines/webgpu';
import { openGpu } from '../../../tools/gpu/open-gpu';
import type { ConformanceCase } from '../../engine-conformance/case';
import { CONVOLUTION_CASES } from '../../engine-conformance/convolutions';
import { OPERATION_CASES } from '../../engine-conformance/operations';
import { POSITION_CASES } from '../../engine-conformance/position-operations';
import { failuresOf } from '../../engine-conformance/run-all';

export interface ConformanceAnswer {
  /** Null where there is no adapter. */
  description: string | null;
  cases: number;
  failures: string[];
}

/** So small that maps are worked on in portions. */
const SMALL_PORTION = 2 ** 17;

const PARTS: Record<string, readonly ConformanceCase[]> = {
  operations: OPERATION_CASES,
  positions: POSITION_CASES,
  convolutions: CONVOLUTION_CASES,
};

async function main(part: string): Promise<ConformanceAnswer> {
  const answer: ConformanceAnswer = { description: null, cases: 0, failures: [] };
  const gpu = await openGpu();
  const engine = await createWebgpuEngine({ gpu }).catch((error: unknown) => {
    if (error instanceof EngineError && error.code === 'unsupported') return null;
    throw error;
  });
  if (!engine) return answer;
  answer.description = engine.description;
  await checkEngine(engine).catch((error: Error) => answer.failures.push(error.message));
  await runAll(engine, PARTS[part], answer);
  if (part !== 'convolutions') return answer;
  const inPortions = await createWebgpuEngine({ gpu, portionBytes: SMALL_PORTION });
  const several = CONVOLUTION_CASES.filter(({ name }) => name.includes('portions'));
  await runAll(inPortions, several, answer);
  return answer;
}

async function runAll(engine: Engine, cases: readonly ConformanceCase[], answer: ConformanceAnswer): Promise<void> {
  answer.cases += cases.length;
  answer.failures.push(...(await failuresOf(engine, cases)));
}

void main(process.argv[2]).then((answer) => {
  process.stdout.write(`${JSON.stringify(answer)}\n`, () => process.exit(0));
});
