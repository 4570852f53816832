/** `npm run test:hostile -- [--only TEXT,TEXT] [--json FILE]`: pages that attack, each in a tab of a real browser with the built extension. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../../../../tools/build/ensure-built';
import { HostileCampaign, type AttackResult } from '../hostile-campaign';
import { HOSTILE_PAGES } from '../hostile-pages';

const { values } = parseArgs({ options: { only: { type: 'string', default: '' }, json: { type: 'string' } } });

await ensureBuilt();
const campaign = await HostileCampaign.open();
const results: AttackResult[] = [];
console.log(`${'page'.padEnd(46)} ends`);
for (const page of HOSTILE_PAGES.filter(({ name }) => values.only.split(',').some((part) => name.includes(part)))) {
  const result = await campaign.strike(page);
  results.push(result);
  console.log(`${result.page.padEnd(46)} ${result.problem ? `FAILED ${result.problem} ` : ''}${result.outcome.slice(0, 160)}`);
}
await campaign.close();
if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 1)}\n`);
const failed = results.filter(({ problem }) => problem !== null).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
