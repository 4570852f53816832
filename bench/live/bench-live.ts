/**
 * `npm run bench:live -- [--size 256] [--repeats 3] [--json FILE]`: what the live picture costs a run, as a share of its time. Runs
 * with the panel open and without take turns in one browser; the run's own clock tells what reading G took.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { HeadlessRequest } from '../../src/headless';
import { defaultSettings } from '../../src/nst/settings';
import { ensureBuilt } from '../../tools/build/ensure-built';
import { launchExtension, type RunningExtension } from '../../tools/browser/launch-extension';
import { numberFlag, parseFlags } from '../../tools/cli/options';
import { extensionPainter } from '../../tools/cli/stylize-headless';
import { median } from '../speed/rounds';

interface LiveRow {
  size: number;
  /** Medians of whole runs. */
  closedMs: number;
  openMs: number;
  /** Of the run's own time, for reading and composing G. */
  readingShare: number;
  /** How much longer a run with the panel open took. */
  openShare: number;
}

const SIZES = [128, 256, 384];
const EVALUATIONS = 30;

async function main(): Promise<void> {
  const values = parseFlags(
    { size: { type: 'string', multiple: true }, repeats: { type: 'string' }, json: { type: 'string' } },
    process.argv.slice(2),
  );
  const repeats = numberFlag('repeats', String(values.repeats ?? 3), { minimum: 1, maximum: 50 });
  const sizes = ((values.size as string[] | undefined) ?? SIZES.map(String)).map((size) =>
    numberFlag('size', size, { minimum: 32, maximum: 2048 }),
  );
  await ensureBuilt();
  const extension = await launchExtension({ headless: true });
  const rows: LiveRow[] = [];
  console.log(
    `${'size'.padStart(5)} ${'panel closed'.padStart(13)} ${'panel open'.padStart(11)} ${'longer'.padStart(7)} ${'reading G'.padStart(10)}`,
  );
  for (const size of sizes) {
    const row = await measure(extension, size, repeats);
    rows.push(row);
    console.log(
      `${String(size).padStart(5)} ${seconds(row.closedMs).padStart(13)} ${seconds(row.openMs).padStart(11)} ${percent(row.openShare).padStart(7)} ${percent(row.readingShare).padStart(10)}`,
    );
  }
  await extension.close();
  if (values.json) writeFileSync(String(values.json), `${JSON.stringify(rows, null, 1)}\n`);
}

async function measure(extension: RunningExtension, size: number, repeats: number): Promise<LiveRow> {
  const painter = extensionPainter(extension);
  const times = { closed: [] as number[], open: [] as number[] };
  const shares: number[] = [];
  for (let i = 0; i <= repeats; i++) {
    for (const state of ['closed', 'open'] as const) {
      const panel = state === 'open' ? await extension.openPage('panel/panel.html') : null;
      const { report } = await painter.stylize(requestOf(size, 1 + i));
      await panel?.close();
      // The first round chooses the engine and fills its caches.
      if (i === 0) continue;
      times[state].push(report.elapsedMs);
      shares.push(report.livePictureMs / report.elapsedMs);
    }
  }
  const [closedMs, openMs] = [median(times.closed), median(times.open)];
  return { size, closedMs, openMs, openShare: openMs / closedMs - 1, readingShare: median(shares) };
}

function requestOf(size: number, seed: number): HeadlessRequest {
  const picture = (file: string): string => readFileSync(`test/fixtures/photos/${file}`).toString('base64');
  return {
    content: picture('photo-cat.jpg'),
    styles: [{ name: 'Coffee', image: picture('photo-coffee.jpg'), weight: 1, mask: null }],
    mask: null,
    size,
    engine: 'auto',
    settings: { ...defaultSettings, evaluations: EVALUATIONS, seed },
  };
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

await main();
