/** `npm run test:fuzz -- [--cases 1000] [--seed 1] [--only TEXT,TEXT]`: made-up input at every way in; so many cases for each. */
import { parseArgs } from 'node:util';
import { ENTRIES, fuzz } from '../campaign';

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' }, only: { type: 'string', default: '' } },
});

let total = 0;
let failed = 0;
let passed = 0;
console.log(`${'entry'.padEnd(40)} ${'cases'.padStart(6)} ${'slowest'.padStart(8)}`);
for (const entry of ENTRIES.filter(({ name }) => values.only.split(',').some((part) => name.includes(part)))) {
  const { cases, slowestMs, problem } = await fuzz(entry, Number(values.cases), Number(values.seed));
  total += cases;
  if (problem) failed += 1;
  passed += cases - (problem ? 1 : 0);
  console.log(
    `${entry.name.padEnd(40)} ${String(cases).padStart(6)} ${slowestMs.toFixed(1).padStart(5)} ms ${problem ? `FAILED ${problem}` : ''}`,
  );
}
console.log(`${total} cases`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
