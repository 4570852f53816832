/**
 * `npm run bench:quality`: J of the displayed picture against evaluations and seconds, for our optimisers and the
 * field's usual ones, on one objective and the same pairs.
 * --size 128, --evaluations 100, --pairs DIR (NAME-content.* and NAME-style.*), --methods ours,field-lbfgs,
 * --threads 2, --json FILE, --plot (writes docs/quality.svg).
 */
import { mkdir } from 'node:fs/promises';
import { writeWhole } from '../../tools/cli/files';
import { choiceFlag, numberFlag, parseFlags, UsageError } from '../../tools/cli/options';
import { measurePair, type Sample } from './measure';
import { METHODS, type Method } from './methods';
import { openEngine, openModel } from './open-engine';
import { defaultPairs, pairsIn } from './pairs';
import { plotOf } from './plot';
import { ratiosAt, tableOf } from './report';

const SCORED = [10, 20, 30, 50, 75, 100, 150, 250, 500];
const PLOT = 'docs/quality.svg';

interface QualityOptions {
  size: number;
  evaluations: readonly number[];
  pairs: string | null;
  methods: readonly Method[];
  threads: number;
  json: string | null;
  plot: boolean;
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const samples = await bench(options);
  console.log(`\n${tableOf(samples)}`);
  if (options.plot) {
    await mkdir('docs', { recursive: true });
    await writeWhole(PLOT, plotOf(samples));
  }
}

/** Writes the JSON after every pair, so that a run that is cut short leaves what it measured. */
async function bench({ size, evaluations, pairs: folder, methods, threads, json }: QualityOptions): Promise<Sample[]> {
  const pairs = folder === null ? defaultPairs() : await pairsIn(folder);
  const model = await openModel('relu5_1');
  const engine = await openEngine(threads);
  try {
    console.log(`${engine.description}, ${size} px, ${pairs.length} pairs`);
    const samples: Sample[] = [];
    for (const pair of pairs) {
      const measured = await measurePair({ engine, model, size, evaluations }, pair, methods);
      samples.push(...measured);
      if (json) await writeWhole(json, `${JSON.stringify(samples, null, 2)}\n`);
      console.log(progressOf(pair.name, measured, evaluations.at(-1)!));
    }
    return samples;
  } finally {
    engine.destroy();
  }
}

function progressOf(name: string, measured: readonly Sample[], last: number): string {
  const scores = measured
    .filter(({ evaluation }) => evaluation === last)
    .map(({ method, displayed }) => `${method} ${displayed.toFixed(3)}`);
  const ratio = ratiosAt(measured, last, 'ours', 'field-lbfgs').get(name);
  return `${name}: ${scores.join(', ')}${ratio === undefined ? '' : `; ratio ${ratio.toFixed(2)}`}`;
}

function readOptions(args: string[]): QualityOptions {
  const flags = parseFlags(
    {
      size: { type: 'string', default: '128' },
      evaluations: { type: 'string', default: '100' },
      pairs: { type: 'string' },
      methods: { type: 'string', default: METHODS.join(',') },
      threads: { type: 'string', default: '2' },
      json: { type: 'string' },
      plot: { type: 'boolean', default: false },
    },
    args,
  );
  const last = numberFlag('evaluations', flags.evaluations, { minimum: 1, whole: true });
  return {
    size: numberFlag('size', flags.size, { minimum: 32, whole: true }),
    evaluations: [...SCORED.filter((evaluation) => evaluation < last), last],
    pairs: flags.pairs ?? null,
    methods: flags.methods.split(',').map((name) => choiceFlag('methods', name.trim(), METHODS)),
    threads: numberFlag('threads', flags.threads, { minimum: 1, whole: true }),
    json: flags.json ?? null,
    plot: flags.plot,
  };
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
