import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from './assets-from-disk';
import { missingPython, missingWheel, runPython, runScript } from './python';

const WHEEL = 'BRUSHOVER_VGG16_WHEEL';
const missing = missingPython(['numpy', 'onnx']) ?? missingWheel(WHEEL);
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

const missingModules = missingPython(['numpy', 'onnx']);
const withPython = missingModules ? describe.skip : describe;
if (missingModules) console.info(`The check of the trunk isn't tested: ${missingModules}.`);

withPython('the trunk', () => {
  /** conv1_1 with the published numbers at their places, `change` applied, and zeros elsewhere. */
  const check = (change: string): void =>
    runPython(`
import sys
sys.path.insert(0, 'tools/models')
import numpy as np
import imagenet_vgg16 as source
kernel, bias = np.zeros((3, 3, 3, 64), np.float32), np.zeros(64, np.float32)
kernel[0, 0, 0, :3], kernel[0, 0, 0, -3:] = source.PUBLISHED_KERNEL_START, source.PUBLISHED_KERNEL_END
bias[:5] = source.PUBLISHED_BIASES
${change}
source.require_imagenet_trunk(kernel, bias)`);

  it('with the published conv1_1 is accepted', () => check(''));

  it.each([
    ['kernel', 'kernel[0, 0, 0, 1] += 1e-4'],
    ['kernel', 'kernel[0, 0, 0, 63] -= 1e-4'],
    ['kernel', 'kernel = kernel[:, :, ::-1]'],
    ['biases', 'bias[4] *= 1.001'],
    ['biases', 'bias[0] = np.nan'],
  ])('with another %s is refused in one sentence: %s', (what, change) => {
    expect(() => check(change)).toThrow(new RegExp(`The ${what} of conv1_1 \\(.*\\) differ from the ImageNet VGG-16's .*; pass the wheel`));
  });
});
