/** `npm run --silent stylize -- --content c.png --style s.png --output g.png`: the extension's own job, without an editor. */
import { join } from 'node:path';
import { ENGINE_NAMES, type EngineName } from '../src/nst/engines/engine';
import type { HeadlessRequest } from '../src/headless';
import { ensureBuilt } from './build/ensure-built';
import { launchExtension } from './browser/launch-extension';
import { assertWritable, ensureFolder, readPicture, writeWhole } from './cli/files';
import { choiceFlag, numberFlag, parseFlags, UsageError } from './cli/options';
import { createProgressBar } from './cli/progress-bar';
import { SETTING_OPTIONS, settingsFromFlags } from './cli/settings-flags';
import { isPreviewOrder, runPreviewOrder } from './cli/preview';
import { stylizeHeadless } from './cli/stylize-headless';

const OPTIONS = {
  content: { type: 'string' },
  style: { type: 'string', multiple: true },
  'style-mask': { type: 'string', multiple: true },
  mask: { type: 'string' },
  output: { type: 'string' },
  size: { type: 'string' },
  backend: { type: 'string' },
  report: { type: 'string' },
  'write-inputs': { type: 'string' },
  progress: { type: 'boolean' },
  ...SETTING_OPTIONS,
} as const;

/** What a backend may be called besides an engine's own name. */
const BACKEND_ALIASES: Record<string, EngineName> = { cpu: 'tfjs-cpu' };
const LARGEST_SIZE = 16384;

interface Order {
  request: HeadlessRequest;
  output: string;
  report: string | null;
  writeInputs: string | null;
  progress: boolean;
}

async function main(): Promise<void> {
  if (isPreviewOrder(process.argv)) return runPreviewOrder(process.argv.slice(2));
  const order = await readOrder(process.argv.slice(2));
  await ensureBuilt();
  const extension = await launchExtension({ headless: true, tell: (line) => console.error(line) });
  try {
    const result = await stylizeHeadless(extension, order.request, order.progress ? createProgressBar() : undefined);
    if (order.writeInputs) await writeInputs(order.writeInputs, result.inputs);
    if (order.report) await writeWhole(order.report, `${JSON.stringify(result.report, null, 1)}\n`);
    await writeWhole(order.output, Buffer.from(result.image, 'base64'));
  } finally {
    await extension.close();
  }
}

async function readOrder(args: string[]): Promise<Order> {
  const values = parseFlags(OPTIONS, args) as Record<string, unknown>;
  const content = required(values, 'content');
  const output = required(values, 'output');
  const styles = (values.style as string[] | undefined) ?? [];
  if (styles.length === 0) throw new UsageError('--style is missing; name the picture whose style is wanted.');
  if (!output.toLowerCase().endsWith('.png')) throw new UsageError('--output must end in .png: the picture is written as PNG.');
  const settings = settingsFromFlags(values);
  const report = optional(values, 'report');
  await assertWritable('output', output);
  if (report) await assertWritable('report', report);
  return {
    request: {
      content: (await readPicture('content', content)).toString('base64'),
      styles: await readStyles(styles, (values['style-mask'] as string[] | undefined) ?? []),
      mask: await readOptionalPicture(values, 'mask'),
      size: sizeFlag(optional(values, 'size')),
      engine: backendFlag(optional(values, 'backend') ?? 'auto'),
      settings,
    },
    output,
    report,
    writeInputs: optional(values, 'write-inputs'),
    progress: values.progress === true,
  };
}

function required(values: Record<string, unknown>, name: string): string {
  const value = optional(values, name);
  if (!value) throw new UsageError(`--${name} is missing; the least is --content c.png --style s.png --output g.png.`);
  return value;
}

function optional(values: Record<string, unknown>, name: string): string | null {
  const value = values[name];
  return typeof value === 'string' ? value : null;
}

/** "s.png" or "s.png=0.7", each with the mask at the same place in the list. */
async function readStyles(styles: string[], masks: string[]): Promise<HeadlessRequest['styles']> {
  if (masks.length > 0 && masks.length !== styles.length) {
    throw new UsageError(`There are ${styles.length} --style and ${masks.length} --style-mask; give every style a mask, or none.`);
  }
  return Promise.all(
    styles.map(async (style, i) => {
      const [, path, weight] = /^(.*?)(?:=([^=/\\]*))?$/.exec(style) ?? [];
      return {
        name: path,
        image: (await readPicture('style', path)).toString('base64'),
        weight: weight === undefined ? 1 : numberFlag('style', weight, { minimum: 0 }),
        mask: masks[i] ? (await readPicture('style-mask', masks[i])).toString('base64') : null,
      };
    }),
  );
}

async function readOptionalPicture(values: Record<string, unknown>, name: string): Promise<string | null> {
  const path = optional(values, name);
  return path === null ? null : (await readPicture(name, path)).toString('base64');
}

function sizeFlag(text: string | null): number | null {
  if (text === null) return null;
  const size = numberFlag('size', text, { minimum: 16, whole: true });
  if (size > LARGEST_SIZE) throw new UsageError(`--size must be at most ${LARGEST_SIZE}.`);
  return size;
}

function backendFlag(text: string): EngineName | 'auto' {
  return BACKEND_ALIASES[text] ?? choiceFlag('backend', text, ['auto', ...ENGINE_NAMES] as const);
}

async function writeInputs(folder: string, inputs: { content: string; styles: string[] }): Promise<void> {
  await ensureFolder(folder);
  await writeWhole(join(folder, 'content.png'), Buffer.from(inputs.content, 'base64'));
  for (const [i, style] of inputs.styles.entries()) {
    await writeWhole(join(folder, i === 0 ? 'style.png' : `style-${i + 1}.png`), Buffer.from(style, 'base64'));
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
});
