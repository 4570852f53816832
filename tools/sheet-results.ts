/**
 * `npm run sheet:results`: draws docs/results.jpg, the photos in the built-in styles, each made with the panel's
 * recommended settings. --size 240 (a picture's side), --evaluations 40, --threads 2.
 */
import { readFile } from 'node:fs/promises';
import type { Engine } from '../src/nst/engines/engine';
import type { RgbaImage } from '../src/nst/images/image';
import { resampleRgba } from '../src/nst/images/resample';
import type { Model } from '../src/nst/model/model';
import { recommendedSettings } from '../src/nst/settings';
import { stylize } from '../src/nst/stylize';
import { openEngine, openModel } from './bench-quality/open-engine';
import { writeWhole } from './cli/files';
import { numberFlag, parseFlags, UsageError } from './cli/options';
import { encodeWithin } from './results/encode-within';
import { layOut, middleSquare } from './results/sheet';
import { decode } from './styles/jpeg';

const PHOTOS = ['cat', 'astronaut', 'coffee'].map((name) => `test/fixtures/photos/photo-${name}.jpg`);
const STYLES = ['starlit-swirls', 'palette-knife-birches', 'stained-glass', 'woodblock-waves', 'fauvist-fields', 'batik-blossoms'].map(
  (name) => `styles/${name}.jpg`,
);
const SHEET = 'docs/results.jpg';
const MOST_BYTES = 900_000;

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const engine = await openEngine(options.threads);
  try {
    const sheet = layOut(await drawAll(engine, await openModel('relu5_1'), options));
    await writeWhole(SHEET, await encodeWithin(sheet, MOST_BYTES));
  } finally {
    engine.destroy();
  }
}

/** Styles above, photos on the left, results between them. */
async function drawAll(engine: Engine, model: Model, { size, evaluations }: SheetOptions): Promise<(RgbaImage | null)[][]> {
  const square = async (file: string): Promise<RgbaImage> => resampleRgba(middleSquare(await decode(await readFile(file))), size, size);
  const styles = await Promise.all(STYLES.map(square));
  const rows: (RgbaImage | null)[][] = [[null, ...styles]];
  for (const photo of PHOTOS) {
    const content = await square(photo);
    const row = [content];
    for (const style of styles) {
      const images = { content, styles: [{ image: style, weight: 1, mask: null }], mask: null, size: null };
      const { image, displayed } = await stylize(engine, model, images, { ...recommendedSettings, evaluations });
      console.log(`${photo} × ${STYLES[styles.indexOf(style)]}: displayed J ${displayed.total.toFixed(3)}`);
      row.push(image);
    }
    rows.push(row);
  }
  return rows;
}

interface SheetOptions {
  size: number;
  evaluations: number;
  threads: number;
}

function readOptions(args: string[]): SheetOptions {
  const flags = parseFlags(
    {
      size: { type: 'string', default: '240' },
      evaluations: { type: 'string', default: '40' },
      threads: { type: 'string', default: '2' },
    },
    args,
  );
  return {
    size: numberFlag('size', flags.size, { minimum: 32, whole: true }),
    evaluations: numberFlag('evaluations', flags.evaluations, { minimum: 1, whole: true }),
    threads: numberFlag('threads', flags.threads, { minimum: 1, whole: true }),
  };
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
