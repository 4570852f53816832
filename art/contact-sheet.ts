import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { decode, type Pixels } from './jpeg';

const root = join(import.meta.dirname, '..');
const columns = 7;
const cell = 160;
const gap = 6;

/** Draws docs/styles.png: every built-in style, in the order of styles/index.json. */
async function drawSheet(): Promise<void> {
  const entries = JSON.parse(readFileSync(join(root, 'styles/index.json'), 'utf8')) as { file: string }[];
  const rows = Math.ceil(entries.length / columns);
  const sheet = new PNG({ width: columns * (cell + gap) + gap, height: rows * (cell + gap) + gap });
  sheet.data.fill(255);
  for (const [index, { file }] of entries.entries()) {
    const picture = await decode(readFileSync(join(root, 'styles', file)));
    const left = gap + (index % columns) * (cell + gap);
    const top = gap + Math.floor(index / columns) * (cell + gap);
    paste(sheet, picture, left, top);
  }
  writeFileSync(join(root, 'docs/styles.png'), PNG.sync.write(sheet));
}

/** Each pixel of the cell is the mean of the box of the picture that it covers. */
function paste(sheet: PNG, picture: Pixels, left: number, top: number): void {
  const box = picture.width / cell;
  for (let y = 0; y < cell; y++) {
    for (let x = 0; x < cell; x++) {
      for (let channel = 0; channel < 3; channel++) {
        const offset = ((top + y) * sheet.width + left + x) * 4 + channel;
        sheet.data[offset] = Math.round(boxMean(picture, x * box, y * box, box, channel));
      }
    }
  }
}

function boxMean({ width, data }: Pixels, left: number, top: number, box: number, channel: number): number {
  let sum = 0;
  let count = 0;
  for (let y = Math.floor(top); y < top + box; y++) {
    for (let x = Math.floor(left); x < left + box; x++) {
      sum += data[(y * width + x) * 4 + channel];
      count++;
    }
  }
  return sum / count;
}

await drawSheet();
