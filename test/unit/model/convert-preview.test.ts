import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from './assets-from-disk';
import { missingPython, missingWheel, runScript } from './python';

const WHEEL = 'BRUSHOVER_STYLETRANSFER_WHEEL';
const missing = missingPython(['numpy', 'onnx']) ?? missingWheel(WHEEL);
const whenPossible = missing ? it.skip : it;
if (missing) console.info(`The conversion isn't repeated: ${missing}.`);

whenPossible('converting again gives the same bytes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'preview-'));
  try {
    runScript('tools/models/convert_preview.py', ['--wheel', process.env[WHEEL]!, '--output', folder]);
    for (const network of ['arbitrary', 'styles26']) {
      expect(readdirSync(join(folder, network)).sort()).toEqual(['manifest.json', 'shard-1.bin']);
      for (const file of readdirSync(join(folder, network))) {
        const committed = readFileSync(join(projectFolder, 'models', network, file));
        expect(readFileSync(join(folder, network, file)).equals(committed)).toBe(true);
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
