/**
 * `npm run bench:masks`: milliseconds to find faces, and the subject, in a portrait of 512×512, on TensorFlow.js's WebAssembly
 * and WebGL. --size 512, --repeats 5, --backends wasm,webgl.
 */
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { choiceFlag, numberFlag, parseFlags, UsageError } from '../../tools/cli/options';
import { bundleScripts, openIsolatedPage } from '../isolated-page';
import { median } from '../speed/rounds';
import type { MaskBenchAnswer, MaskBenchRequest } from './bench-worker';

const PHOTO = 'test/fixtures/photos/photo-astronaut.jpg';
const BACKENDS = ['wasm', 'webgl'] as const;

async function main(): Promise<void> {
  const { backends, size, repeats } = readOptions(process.argv.slice(2));
  const folder = await mkdtemp(path.join(tmpdir(), 'brushover-mask-bench-'));
  await bundleScripts({ 'bench-worker': 'bench/masks/bench-worker.ts' }, folder);
  await mkdir(path.join(folder, 'engines/tfjs'), { recursive: true });
  for (const file of ['tfjs-backend-wasm.wasm', 'tfjs-backend-wasm-simd.wasm'])
    await copyFile(`node_modules/@tensorflow/tfjs-backend-wasm/dist/${file}`, path.join(folder, 'engines/tfjs', file));
  const page = await openIsolatedPage([folder, '.'], { switches: ['--enable-unsafe-swiftshader'] });
  try {
    console.log(`${page.browser}, ${size} × ${size} pixels, milliseconds: first, later (median of ${repeats})`);
    for (const backend of backends) {
      const request: MaskBenchRequest = { backend, photo: PHOTO, size, repeats };
      console.log(`${backend}: ${wordsOf(await page.askWorker<MaskBenchRequest, MaskBenchAnswer>('bench-worker.js', request))}`);
    }
  } finally {
    await page.close();
    await rm(folder, { recursive: true });
  }
}

function wordsOf({ load, faces, subject }: MaskBenchAnswer): string {
  const times = ({ first, later }: { first: number; later: number[] }): string => `${first.toFixed(0)}, ${median(later).toFixed(0)}`;
  return `loading both ${load.toFixed(0)}; faces ${times(faces)} (${faces.count} found); subject ${times(subject)}`;
}

function readOptions(args: string[]): { backends: MaskBenchRequest['backend'][]; size: number; repeats: number } {
  const flags = parseFlags(
    {
      backends: { type: 'string', default: BACKENDS.join(',') },
      size: { type: 'string', default: '512' },
      repeats: { type: 'string', default: '5' },
    },
    args,
  );
  return {
    backends: flags.backends.split(',').map((name) => choiceFlag('backends', name.trim(), BACKENDS)),
    size: numberFlag('size', flags.size, { minimum: 64, whole: true }),
    repeats: numberFlag('repeats', flags.repeats, { minimum: 1, whole: true }),
  };
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
