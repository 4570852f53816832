import type { Engine, EngineName } from './engine';
import type { TfjsBackend } from './tfjs';

/** What engines need from where they run; src/nst itself knows no addresses. */
export interface EngineAssets {
  /** Reads a file that ships with the program, such as "engines/wasm/kernels.wasm". */
  fetchAsset(path: string): Promise<ArrayBuffer>;
  /** The address of such a file. */
  assetUrl(path: string): string;
  /** Starts a helper thread of the WebAssembly engine; absent where threads can't run. */
  createThread?: () => Worker;
}

/** Makes an engine; throws EngineError('unsupported') where it can't run. Code is loaded at first use. */
export async function createEngine(name: EngineName, assets: EngineAssets): Promise<Engine> {
  switch (name) {
    case 'wasm': {
      const { createWasmEngine } = await import('./wasm');
      return createWasmEngine({
        loadKernels: (fileName) => assets.fetchAsset(`engines/wasm/${fileName}`),
        createThread: assets.createThread,
      });
    }
    case 'webgl': {
      const { createWebglEngine } = await import('./webgl');
      return createWebglEngine();
    }
    case 'webgpu': {
      const { createWebgpuEngine } = await import('./webgpu');
      return createWebgpuEngine();
    }
    case 'tfjs-webgl':
    case 'tfjs-wasm':
    case 'tfjs-webgpu':
    case 'tfjs-cpu': {
      const { createTfjsEngine } = await import('./tfjs');
      const backend = name.slice('tfjs-'.length) as TfjsBackend;
      return createTfjsEngine({ backend, wasmPath: assets.assetUrl('engines/tfjs/') });
    }
  }
}
