import { copyFile, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildKernels } from '../../tools/build-kernels';
import { bundleScripts, openIsolatedPage, type IsolatedPage } from '../isolated-page';
import { compilePeakKernel } from './peak-kernel';

const TFJS_WASM = 'node_modules/@tensorflow/tfjs-backend-wasm/dist';
const TFJS_FILES = ['tfjs-backend-wasm.wasm', 'tfjs-backend-wasm-simd.wasm', 'tfjs-backend-wasm-threaded-simd.wasm'];

/** A page whose workers find all engines, and the network, under the paths that they have in the extension. */
export async function openBenchPage(): Promise<IsolatedPage> {
  const directory = await mkdtemp(path.join(tmpdir(), 'brushover-bench-page-'));
  await bundleScripts(
    {
      'bench-worker': 'bench/speed/bench-worker.ts',
      'peak-worker': 'bench/speed/peak-worker.ts',
      'engines/wasm/thread': 'src/nst/engines/wasm/thread.ts',
    },
    directory,
  );
  await buildKernels(path.join(directory, 'engines/wasm'));
  await mkdir(path.join(directory, 'engines/tfjs'));
  for (const file of TFJS_FILES) await copyFile(path.join(TFJS_WASM, file), path.join(directory, 'engines/tfjs', file));
  await cp('models/vgg16', path.join(directory, 'models/vgg16'), { recursive: true });
  await writeFile(path.join(directory, 'peak.wasm'), await compilePeakKernel());
  const page = await openIsolatedPage([directory], { switches: ['--enable-unsafe-swiftshader'] });
  return {
    ...page,
    close: async () => {
      await page.close();
      await rm(directory, { recursive: true });
    },
  };
}
