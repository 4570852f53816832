/** `npm run test:editors`: runs the conformance suite and prints a table of editor × check; `-- --json FILE` writes it too. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseFlags, UsageError } from '../../../../tools/cli/options';
import { entries } from '../entries';
import { resultsOf, type JestReport } from './conformance-results';
import { formatTables } from './conformance-tables';

function main(): void {
  const { json } = parseFlags({ json: { type: 'string' } }, process.argv.slice(2));
  const results = resultsOf(entries, runSuite());
  console.log(formatTables(results));
  if (json) writeFileSync(json, `${JSON.stringify(results, null, 2)}\n`);
  const failures = Object.values(results)
    .flatMap((checks) => Object.values(checks))
    .filter((result) => result.startsWith('fail'));
  process.exitCode = failures.length === 0 ? 0 : 1;
}

function runSuite(): JestReport {
  const folder = mkdtempSync(join(tmpdir(), 'brushover-'));
  const report = join(folder, 'report.json');
  try {
    const args = ['--selectProjects', 'browser', '--testPathPatterns', 'browser/editors/conformance', '--json', '--outputFile', report];
    spawnSync('npx', ['--no-install', 'jest', ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
    return JSON.parse(readFileSync(report, 'utf8')) as JestReport;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
