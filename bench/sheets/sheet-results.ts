/**
 * `npm run sheet:results`: draws docs/results.jpg, the photos in the built-in styles, and docs/controls.jpg, one photo with
 * one control changed in each picture, all with the panel's recommended settings; `npm run sheet:faces` draws docs/faces.jpg,
 * portraits with and without their faces kept, and prints how sure the face detector is of each; `npm run sheet:presets` draws
 * docs/presets.jpg, photos with each built-in preset.
 * --only results|controls|faces|presets, --size 240 (a picture's side), --evaluations 60, --threads 2.
 */
import { openEngine, openModel } from '../quality/open-engine';
import { writeWhole } from '../../tools/cli/files';
import { choiceFlag, numberFlag, parseFlags, UsageError } from '../../tools/cli/options';
import { controlsSheet } from './controls-sheet';
import { encodeWithin } from './encode-within';
import { facesSheet } from './faces-sheet';
import { SheetPainter, type Sheet } from './painter';
import { presetsSheet } from './presets-sheet';
import { layOut } from './sheet';
import { stylesSheet } from './styles-sheet';

const SHEET_NAMES = ['results', 'controls', 'faces', 'presets'] as const;
type SheetName = (typeof SHEET_NAMES)[number];

const SHEETS: Record<SheetName, (painter: SheetPainter) => Promise<Sheet>> = {
  results: stylesSheet,
  controls: controlsSheet,
  faces: facesSheet,
  presets: presetsSheet,
};
const MOST_BYTES = 900_000;

async function main(): Promise<void> {
  const { names, size, evaluations, threads } = readOptions(process.argv.slice(2));
  const engine = await openEngine(threads);
  try {
    const painter = new SheetPainter(engine, await openModel('relu5_1'), size, evaluations);
    for (const name of names) await writeWhole(`docs/${name}.jpg`, await encodeWithin(layOut(await SHEETS[name](painter)), MOST_BYTES));
  } finally {
    engine.destroy();
  }
}

interface SheetOptions {
  names: readonly SheetName[];
  size: number;
  evaluations: number;
  threads: number;
}

function readOptions(args: string[]): SheetOptions {
  const flags = parseFlags(
    {
      only: { type: 'string' },
      size: { type: 'string', default: '240' },
      evaluations: { type: 'string', default: '60' },
      threads: { type: 'string', default: '2' },
    },
    args,
  );
  return {
    names: flags.only === undefined ? SHEET_NAMES : [choiceFlag('only', flags.only, SHEET_NAMES)],
    size: numberFlag('size', flags.size, { minimum: 32, whole: true }),
    evaluations: numberFlag('evaluations', flags.evaluations, { minimum: 1, whole: true }),
    threads: numberFlag('threads', flags.threads, { minimum: 1, whole: true }),
  };
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
