/** `npm run test:soak -- [--jobs 200] [--json FILE]`: many jobs in one browser, some of them cancelled, stopped or paused; nothing may grow. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../../../../tools/build/ensure-built';
import { launchExtension } from '../../../../tools/browser/launch-extension';
import { Soak } from '../soak';

const { values } = parseArgs({ options: { jobs: { type: 'string', default: '200' }, json: { type: 'string' } } });

await ensureBuilt();
const extension = await launchExtension({ headless: true });
const soak = await Soak.open(extension);
const { before, after, problems, checks } = await soak.run(Number(values.jobs), (line) => console.log(line));
await extension.close();
for (const [name, value] of Object.entries(before))
  console.log(`${name.padEnd(24)} before ${String(value).padStart(12)}   after ${String(after[name])}`);
for (const problem of problems) console.log(`FAILED ${problem}`);
if (values.json) writeFileSync(values.json, `${JSON.stringify({ before, after, problems }, null, 1)}\n`);
console.log(`${checks - problems.length} passed, ${problems.length} failed`);
process.exitCode = problems.length > 0 ? 1 : 0;
