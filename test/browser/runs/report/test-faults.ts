/** `npm run test:faults -- [--cases 110] [--seed 1] [--only TEXT,TEXT] [--json FILE]`: faults at random points of real runs. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../../../../tools/build/ensure-built';
import { Campaign, type CaseResult } from '../campaign';
import { FAULTS } from '../faults';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '115' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    json: { type: 'string' },
  },
});

await ensureBuilt();
const faults = FAULTS.filter(({ name }) => values.only.split(',').some((part) => name.includes(part)));
const campaign = await Campaign.open(Number(values.seed));
const results: CaseResult[] = [];
console.log(`${'fault'.padEnd(32)} ${'at'.padStart(3)}  outcome`);
for (let i = 0; i < Number(values.cases); i++) {
  const result = await campaign.strike(faults[i % faults.length]);
  results.push(result);
  console.log(
    `${result.fault.padEnd(32)} ${String(result.point).padStart(3)}  ${result.problem ? `FAILED ${result.problem}` : result.outcome}`,
  );
}
await campaign.close();
if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 1)}\n`);
const failed = results.filter(({ problem }) => problem !== null).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
