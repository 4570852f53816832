/**
 * `npm run bench:forecast -- [--json FILE] [--engine wasm]`: how true the time is that a run is said to take, at its beginning and
 * after a quarter, half and three quarters of it. Other work on the machine spoils it: the forecast is of this machine as it is.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { HeadlessRequest } from '../../src/headless';
import { ENGINE_NAMES, type EngineName } from '../../src/nst/engines/engine';
import { defaultSettings, type StyleTransferSettings } from '../../src/nst/settings';
import { ensureBuilt } from '../../tools/build/ensure-built';
import { launchExtension, type RunningExtension } from '../../tools/browser/launch-extension';
import { stylizeHeadless } from '../../tools/cli/stylize-headless';
import { median, rowsOf, type ForecastRow, type Heard } from './rows';

interface Run {
  name: string;
  size: number;
  settings: Partial<StyleTransferSettings>;
}

const RUNS: readonly Run[] = [
  { name: '160 px, 1 scale', size: 160, settings: { scales: 1, evaluations: 50 } },
  { name: '192 px, 3 scales', size: 192, settings: { scales: 3, evaluations: 70 } },
  { name: '224 px, 1 scale', size: 224, settings: { scales: 1, evaluations: 40 } },
  { name: '256 px, 2 scales', size: 256, settings: { scales: 2, evaluations: 70 } },
  { name: '256 px, 2 scales, Gram matrices alone', size: 256, settings: { scales: 2, evaluations: 60, styleLosses: { gram: 1 } } },
  { name: '256 px, 2 scales, Adam', size: 256, settings: { scales: 2, evaluations: 50, optimizer: 'adam' } },
  { name: '224 px, 2 scales, early stop', size: 224, settings: { scales: 2, evaluations: 80, earlyStop: 0.02 } },
  { name: '320 px, 3 scales, early stop', size: 320, settings: { scales: 3, evaluations: 60, earlyStop: 0.005 } },
  { name: '384 px, 2 scales', size: 384, settings: { scales: 2, evaluations: 50 } },
];

const { values } = parseArgs({ options: { json: { type: 'string' }, engine: { type: 'string', default: 'wasm' } } });
const engine = ENGINE_NAMES.find((name) => name === values.engine);
if (!engine) throw new Error(`Choose an engine of ${ENGINE_NAMES.join(', ')}.`);

await ensureBuilt();
const extension = await launchExtension({ headless: true });
const rows: ForecastRow[] = [];
for (const run of RUNS) {
  const measured = await measure(extension, run, engine);
  rows.push(...measured);
  for (const { at, forecastSeconds, actualSeconds } of measured) {
    console.log(
      `${run.name.padEnd(40)} at ${String(at).padStart(2)} %: said ${forecastSeconds.toFixed(1)} s, was ${actualSeconds.toFixed(1)} s`,
    );
  }
}
await extension.close();
if (values.json) writeFileSync(values.json, `${JSON.stringify(rows, null, 1)}\n`);
for (const at of [0, 25, 50, 75] as const) {
  const errors = rows
    .filter((row) => row.at === at)
    .map(({ forecastSeconds, actualSeconds }) => Math.abs(forecastSeconds / actualSeconds - 1));
  console.log(`median error at ${at} %: ${(100 * median(errors)).toFixed(1)} %`);
}

async function measure(browser: RunningExtension, { name, size, settings }: Run, on: EngineName): Promise<ForecastRow[]> {
  const picture = (file: string): string => readFileSync(`test/fixtures/photos/${file}`).toString('base64');
  const request: HeadlessRequest = {
    content: picture('photo-cat.jpg'),
    styles: [{ name: 'Coffee', image: picture('photo-coffee.jpg'), weight: 1, mask: null }],
    mask: null,
    size,
    engine: on,
    settings: { ...defaultSettings, ...settings },
  };
  const heard: Heard[] = [];
  const { report } = await stylizeHeadless(browser, request, ({ elapsedMs, remainingMs }) => {
    if (remainingMs !== null && elapsedMs > (heard.at(-1)?.elapsedMs ?? -1)) heard.push({ elapsedMs, remainingMs });
  });
  return rowsOf(name, 1000 * report.forecast.seconds, heard, report.elapsedMs);
}
