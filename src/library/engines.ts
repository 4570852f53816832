import { createEngineProvider, type EngineProvider } from '../nst/engines/engine-provider';
import type { Engine, EngineName } from '../nst/engines/engine';
import { EngineError } from '../nst/engines/engine-error';
import type { FetchAsset } from '../nst/model/assets';

/** TensorFlow.js would be many times the library's size. */
const ABSENT: readonly EngineName[] = ['tfjs-webgl', 'tfjs-wasm', 'tfjs-webgpu', 'tfjs-cpu'];

export function libraryEngines(assets: string, fetchAsset: FetchAsset): EngineProvider {
  return createEngineProvider((name) => makeEngine(name, assets, fetchAsset), undefined, ABSENT);
}

async function makeEngine(name: EngineName, assets: string, fetchAsset: FetchAsset): Promise<Engine> {
  switch (name) {
    case 'wasm': {
      const { createWasmEngine } = await import('../nst/engines/wasm');
      return createWasmEngine({ loadKernels: (file) => fetchAsset(`engines/wasm/${file}`), createThread: threadsFrom(assets) });
    }
    case 'webgl': {
      const { createWebglEngine } = await import('../nst/engines/webgl');
      return createWebglEngine();
    }
    case 'webgpu': {
      const { createWebgpuEngine } = await import('../nst/engines/webgpu');
      return createWebgpuEngine();
    }
    default:
      throw new EngineError('unsupported', `There is no engine “${name}”; choose among auto, wasm, webgl, webgpu.`);
  }
}

/** A Worker's script may come from the page's own site alone; elsewhere one thread does it all. */
function threadsFrom(assets: string): (() => Worker) | undefined {
  const script = new URL('engines/wasm/thread.js', assets);
  return script.origin === self.location.origin ? () => new Worker(script, { type: 'module' }) : undefined;
}
