/** `--backend webgpu-node`: a whole run of the command line without a browser. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunReport } from '../../../src/nst/report';
import { readText } from '../../../src/picture-files/png/chunks';
import { RECIPE_KEYWORD } from '../../../src/picture-files/recipe-text';
import { spawnWithGpu } from '../../../tools/gpu/open-gpu';
import { pngOf, scene } from '../../browser/extension/pictures';

const folder = mkdtempSync(join(tmpdir(), 'brushover-node-'));
const file = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

/** Few layers and few pixels: software takes minutes for more. */
const SMALL = ['--content-layers', 'relu2_1', '--style-layers', 'relu1_1,relu2_1', '--style-loss', 'gram', '--size', '24', '--scales', '1'];

it('makes the picture with its recipe, or says that there is no card', async () => {
  writeFileSync(file('c.png'), pngOf(scene(32, 24)));
  writeFileSync(file('s.png'), pngOf(scene(24, 24, () => 255)));
  const files = ['--content', file('c.png'), '--style', file('s.png'), '--output', file('g.png'), '--report', file('r.json')];
  const { status, errors } = await run([...files, ...SMALL, '--evaluations', '4', '--backend', 'webgpu-node']);
  if (/^No graphics card was found/m.test(errors)) {
    console.warn('No Vulkan driver on this machine: --backend webgpu-node was not tried. Installing chromium brings one.');
    expect(status).toBe(2);
    return;
  }
  expect({ status, errors }).toEqual({ status: 0, errors: '' });
  const { backend, evaluations, displayed, recipe } = JSON.parse(readFileSync(file('r.json'), 'utf8')) as RunReport;
  expect(backend.description).toMatch(/^WebGPU, /);
  expect(displayed.total).toBeLessThan(evaluations[0].total);
  expect(JSON.parse(readText(readFileSync(file('g.png')), RECIPE_KEYWORD) ?? '')).toEqual(recipe);
});

it('reads no picture that takes a browser, and says what to do', async () => {
  writeFileSync(file('drawing.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  const { status, errors } = await run([
    '--content',
    file('drawing.svg'),
    '--style',
    file('s.png'),
    '--output',
    file('h.png'),
    '--backend',
    'webgpu-node',
  ]);
  expect(status).toBe(2);
  expect(errors).toMatch(
    /^(The content image is neither PNG, JPEG nor TIFF.*leave out --backend webgpu-node|No graphics card was found|.*drawing\.svg)/m,
  );
});

function run(args: string[]): Promise<{ status: number | null; errors: string }> {
  const child = spawnWithGpu('tools/stylize.ts', args);
  let errors = '';
  child.stderr!.on('data', (part: Buffer) => (errors += part.toString()));
  return new Promise((resolve) =>
    child.once('close', (status) => resolve({ status, errors: errors.replace(/^Warning: .*\n(\s+at .*\n)*/gm, '') })),
  );
}
