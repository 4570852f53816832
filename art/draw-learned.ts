/** Draws the gallery's small pictures of the learned styles, which have none of their own: each on a cup of coffee. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { resample, type FloatImage } from '../src/nst/images/resample';
import { opaqueRgba, rgbOf } from '../src/nst/images/rgb';
import { LearnedStyles, onlyStyle } from '../src/nst/preview/learned-styles';
import { startPreviewBackend } from '../src/nst/preview/start-backend';
import { decode, encode } from './jpeg';
import { LEARNED_STYLE_NAMES } from './learned-names';

const ROOT = join(import.meta.dirname, '..');
const FOLDER = join(ROOT, 'styles/learned');
/** CC0, by Rachel Michetti; see test/fixtures/photos/ATTRIBUTION.md. */
const PHOTO = 'test/fixtures/photos/photo-coffee.jpg';
const SIDE = 176;
const QUALITY = 72;

async function main(): Promise<void> {
  await startPreviewBackend(join(ROOT, 'node_modules/@tensorflow/tfjs-backend-wasm/dist/'));
  const network = await LearnedStyles.load((path) => Promise.resolve(new Uint8Array(readFileSync(join(ROOT, path))).buffer));
  const content = resample(centredSquare(rgbOf(await decode(readFileSync(join(ROOT, PHOTO))))), SIDE, SIDE);
  mkdirSync(FOLDER, { recursive: true });
  for (const index of LEARNED_STYLE_NAMES.keys()) {
    const { width, height, data } = opaqueRgba(await network.stylize(content, onlyStyle(index)));
    writeFileSync(join(FOLDER, `${index}.jpg`), await encode({ width, height, data: new Uint8ClampedArray(data) }, QUALITY));
  }
  const entries = LEARNED_STYLE_NAMES.map((name) => ({
    name,
    description: 'Learned by a network of 26 styles, which paints it in one pass.',
  }));
  writeFileSync(join(FOLDER, 'index.json'), `${JSON.stringify(entries, null, 2)}\n`);
}

function centredSquare({ width, height, channels, data }: FloatImage): FloatImage {
  const side = Math.min(width, height);
  const left = (width - side) >> 1;
  const top = (height - side) >> 1;
  const rows = Array.from({ length: side }, (_, y) =>
    data.subarray(((top + y) * width + left) * channels, ((top + y) * width + left + side) * channels),
  );
  const square = new Float32Array(side * side * channels);
  rows.forEach((row, y) => square.set(row, y * side * channels));
  return { width: side, height: side, channels, data: square };
}

void main();
