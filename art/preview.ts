import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { drawDesign } from './toolkit/design';

/** Draws single designs to PNG files, to look at while working: preview.ts FOLDER ID… */
async function preview(folder: string, ids: string[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const id of ids) {
    const started = performance.now();
    const { design } = await import(`./designs/${id}.ts`);
    const canvas = drawDesign(design);
    const png = new PNG({ width: canvas.width, height: canvas.height });
    png.data = Buffer.from(canvas.toRgba());
    writeFileSync(join(folder, `${id}.png`), PNG.sync.write(png));
    console.log(`${id}: ${Math.round(performance.now() - started)} ms`);
  }
}

await preview(process.argv[2], process.argv.slice(3));
