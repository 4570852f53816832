import type { Engine } from '../engine';
import { EngineError } from '../engine-error';
import { openContext, type WebglLimits } from './context';
import { WebglDevice } from './device';
import { webglEngineOn } from './webgl-engine';

export interface WebglEngineOptions {
  /** Whose context is used, and lost at the end; by default one of the engine's own. */
  canvas?: OffscreenCanvas;
  /** Use no more than this of the device; for tests, and for devices that promise too much. */
  limits?: Partial<WebglLimits>;
}

/**
 * Our own kernels on the graphics device, by WebGL 2: Winograd's minimal filtering, and everything else of an
 * evaluation too, so that nothing is read back but the losses. Works in a worker.
 * Rejects with EngineError('unsupported') where there is no WebGL 2 or float32 textures can't be written.
 * Operations throw and reads reject with EngineError('context-lost') once the browser took the context away.
 */
export async function createWebglEngine({ canvas, limits = {} }: WebglEngineOptions = {}): Promise<Engine> {
  if (!canvas && typeof OffscreenCanvas === 'undefined') {
    throw new EngineError('unsupported', 'This browser has no canvas for workers; choose another engine.');
  }
  const context = openContext(canvas ?? new OffscreenCanvas(1, 1), limits);
  return webglEngineOn(new WebglDevice(context), `WebGL 2, ${context.renderer}`);
}
