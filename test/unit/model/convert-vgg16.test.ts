import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from './assets-from-disk';
import { missingPython, missingWheel, runScript } from './python';

const WHEEL = 'BRUSHOVER_VGG16_WHEEL';
const missing = missingPython(['numpy', 'h5py']) ?? missingWheel(WHEEL);
const whenPossible = missing ? it.skip : it;
if (missing) console.info(`The conversion isn't repeated: ${missing}.`);

whenPossible('converting again gives the same bytes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vgg16-'));
  try {
    runScript('tools/models/convert_vgg16.py', ['--wheel', process.env[WHEEL]!, '--output', folder]);
    for (const file of readdirSync(folder)) {
      const committed = readFileSync(join(projectFolder, 'models/vgg16', file));
      expect(readFileSync(join(folder, file)).equals(committed)).toBe(true);
    }
    expect(readdirSync(folder)).toHaveLength(7);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
