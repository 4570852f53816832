/**
 * `npm run bench`: seconds for one evaluation of J and its gradient on every engine, side by side in a real browser.
 * --size 256 (repeatable), --engines wasm-2,webgl, --repeats 7, --budget 120 (seconds per engine and size),
 * --pytorch, --json FILE, --plot FILE.svg.
 */
import { writeFile } from 'node:fs/promises';
import { BENCH_ENGINES, MOST_THREADS, Unavailable, type BenchEngine, type Contestant } from './engines';
import { plotOf } from './plot';
import { openInBrowser } from './browser-contestant';
import { measurePeak } from './measure-peak';
import { openPytorch } from './pytorch-contestant';
import { comparisonsOf, describeMachine, disagreements, rowOf, tableOf, type BenchReport } from './report';
import { measureInRounds } from './rounds';
import { openBenchPage } from './serve-engines';
import { choiceFlag, numberFlag, parseFlags, UsageError } from '../../tools/cli/options';
import type { IsolatedPage } from '../isolated-page';

interface BenchOptions {
  sizes: readonly number[];
  engines: readonly BenchEngine[];
  repeats: number;
  budgetSeconds: number;
  json: string | null;
  plot: string | null;
}

const tell = (line: string): void => console.log(line);

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const page = await openBenchPage();
  try {
    const report = await bench(page, options);
    console.log(`\n${report.machine.processor}, ${report.machine.cores} cores; multiply-add peak ${peakText(report)}\n`);
    console.log(tableOf(report));
    for (const line of [...comparisonsOf(report.rows), ...disagreements(report.rows)]) console.log(line);
    if (options.plot && report.rows.length > 0) await writeFile(options.plot, plotOf(report.rows));
    if (options.json) await writeFile(options.json, `${JSON.stringify(report, null, 2)}\n`);
  } finally {
    await page.close();
  }
}

async function bench(page: IsolatedPage, { sizes, engines, repeats, budgetSeconds }: BenchOptions): Promise<BenchReport> {
  const peakGflops: Record<number, number> = {};
  for (let threads = 1; threads <= MOST_THREADS; threads++) peakGflops[threads] = await measurePeak(page, threads);
  const report: BenchReport = { machine: { ...describeMachine(), browser: page.browser, peakGflops }, rows: [], skipped: [] };
  for (const size of sizes) {
    tell(`\n${size} × ${size} px`);
    const contestants = await openAll(page, engines, size, report);
    const { measured, skipped } = await measureInRounds(contestants, { size, repeats, budgetSeconds, tell });
    report.rows.push(...measured.map((entry) => rowOf(entry, size, report.machine)));
    report.skipped.push(...skipped);
    for (const contestant of contestants) await contestant.close();
  }
  return report;
}

/** Fresh for every size, so that each peak of memory is that size's own. */
async function openAll(page: IsolatedPage, engines: readonly BenchEngine[], size: number, report: BenchReport): Promise<Contestant[]> {
  const contestants: Contestant[] = [];
  for (const engine of engines) {
    try {
      contestants.push(engine === 'pytorch-2' ? { engine, ...(await openPytorch()) } : await openInBrowser(page, engine));
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      report.skipped.push({ engine, size, reason: `not available (${error.message.replace(/\.$/, '')})` });
    }
  }
  return contestants;
}

function readOptions(args: string[]): BenchOptions {
  const flags = parseFlags(
    {
      size: { type: 'string', multiple: true, default: ['128', '256', '512'] },
      engines: { type: 'string' },
      repeats: { type: 'string', default: '7' },
      budget: { type: 'string', default: '120' },
      pytorch: { type: 'boolean', default: false },
      json: { type: 'string' },
      plot: { type: 'string' },
    },
    args,
  );
  const chosen = flags.engines?.split(',').map((name) => choiceFlag('engines', name.trim(), BENCH_ENGINES));
  return {
    sizes: flags.size.map((text) => numberFlag('size', text, { minimum: 32, whole: true })),
    engines: BENCH_ENGINES.filter((name) =>
      name === 'pytorch-2' ? flags.pytorch || chosen?.includes(name) : !chosen || chosen.includes(name),
    ),
    repeats: numberFlag('repeats', flags.repeats, { minimum: 1, whole: true }),
    budgetSeconds: numberFlag('budget', flags.budget, { minimum: 1 }),
    json: flags.json ?? null,
    plot: flags.plot ?? null,
  };
}

function peakText({ machine: { peakGflops } }: BenchReport): string {
  return Object.entries(peakGflops)
    .map(([threads, gflops]) => `${gflops.toFixed(0)} GFLOP/s on ${threads} thread${threads === '1' ? '' : 's'}`)
    .join(', ');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
