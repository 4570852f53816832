/** `--help`: the settings' part comes from their table. */
import { RUN_SETTINGS, SETTINGS } from '../../src/nst/settings';
import type { AnySetting, SettingsTable } from '../../src/nst/schema/settings-table';
import type { ORDER_OPTIONS } from './order';
import { flagOf } from './settings-flags';

const WIDTH = 26;

/** A flag without a line here is a type error. */
const ORDER_TEXTS: Record<keyof typeof ORDER_OPTIONS, [value: string, text: string]> = {
  content: [
    'FILE|FOLDER|PATTERN',
    'Picture to paint; may repeat. A folder, or a pattern such as "photos/**/*.jpg", means all its pictures.',
  ],
  list: ['FILE.csv|.json', 'A batch instead of --content: rows of content, style, output and any flag of the settings below.'],
  layer: ['NAME', 'Which layer, where the content is a PSD or OpenRaster file.'],
  style: ['FILE[=WEIGHT]', 'Picture whose style is wanted; may repeat to mix.'],
  'style-mask': ['FILE', 'White where the style at the same place in the list applies.'],
  mask: ['FILE|WORD', 'White where the picture may change; or what is found in it: faces, subject, background.'],
  'keep-mask': ['FILE|WORD', 'White where shapes are kept, such as eyes and lettering; or the same words.'],
  output: ['FILE|FOLDER', 'Where the result goes: .png, .jpg, .webp; .psd or .ora: as a layer in a copy; a folder for several.'],
  format: ['png|jpeg|webp', 'Of the pictures in a folder; png unless given.'],
  bits: ['8|16', 'Of a sample in a PNG; 16 keeps soft gradients from showing steps.'],
  quality: ['1…100', 'Of a JPEG or WebP; 92 and 90 unless given.'],
  overwrite: ['', 'Replaces files that Brushover did not make, too; without it they are never touched.'],
  network: ['FILE|FOLDER', 'A VGG-16 or VGG-19 of your own: .safetensors, or TensorFlow.js’ model.json with the files beside it.'],
  'network-input': ['WORD', 'How the pictures were prepared that it was trained with: torchvision, caffe; auto unless given.'],
  recipe: ['FILE', 'Settings from the picture or report of an earlier run; flags beside it win.'],
  report: ['FILE.json', 'Every evaluation, what was displayed, and the recipe.'],
  'write-inputs': ['FOLDER', 'The exact pictures that the network saw: 8 bits a channel, or 16 where a file has them.'],
  'skip-finished': ['', 'Leaves out pictures whose output is there already.'],
  shard: ['I/N', 'Only the I-th of N parts of a batch, the same parts on every machine.'],
  summary: ['FILE.json', 'What became of every picture of a batch.'],
  progress: ['', 'A progress bar, and a line for every finished picture of a batch.'],
};

export function helpText(): string {
  return [
    `${ownCommand()} --content c.png --style s.png --output g.png [flags]`,
    ...section(
      'Files',
      Object.entries(ORDER_TEXTS).map(([flag, [value, text]]) => line(flag, value, text)),
    ),
    ...section('Settings', settingLines({ ...RUN_SETTINGS, ...SETTINGS })),
    ...section('Quick networks instead of the optimisation', [
      line('method', 'preview|styles26', 'Any style in one pass, or one of 26 learned ones.'),
      line('style-index', '0…25', 'Which learned style, with --method styles26.'),
      line('strength', '0…100', 'How far the style goes, in percent.'),
      line('sheet', 'FILE.png', 'All styles on one sheet.'),
    ]),
    '',
    'Exit status: 0 all went well, 1 some pictures of a batch failed, 2 nothing could be done, 130 or 143 stopped by a signal.',
  ].join('\n');
}

/** As it was called. */
function ownCommand(): string {
  return process.env.npm_lifecycle_event === 'stylize' ? 'npm run --silent stylize --' : 'brushover';
}

function section(title: string, lines: readonly string[]): string[] {
  return ['', `${title}:`, ...lines];
}

function line(flag: string, value: string, text: string): string {
  const start = `  --${flag}${value && ` ${value}`}`;
  return start.length < WIDTH ? start.padEnd(WIDTH) + text : `${start}\n${' '.repeat(WIDTH)}${text}`;
}

function settingLines(table: SettingsTable): string[] {
  return Object.entries(table).flatMap(([key, setting]) => [
    line(flagOf(key, setting), '', setting.explanation),
    `${' '.repeat(WIDTH)}${setting.takes}; ${standard(setting)}`,
  ]);
}

function standard({ kind, default: value }: AnySetting): string {
  if (value === null) return 'auto unless given';
  if (kind === 'switch') return `${value ? 'on' : 'off'} unless given`;
  if (kind === 'weights')
    return Object.entries(value)
      .map(([name, weight]) => `${name}=${weight}`)
      .join(',');
  return `${String(value)} unless given`;
}
