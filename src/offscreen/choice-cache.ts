import type { ChoiceCache } from '../nst/engines/choose-engine';
import { loadEngineChoice, saveEngineChoice } from '../storage/engine-choice';

/**
 * Keeps the measured choice in IndexedDB, for this browser, graphics device and version of the extension.
 * Where storage fails every session measures again, which costs a second and no picture.
 */
export function createChoiceCache(fingerprint: string): ChoiceCache {
  return {
    async load() {
      const stored = await loadEngineChoice().catch(() => null);
      return stored?.fingerprint === fingerprint ? { name: stored.name, reason: stored.reason, figures: stored.figures ?? [] } : null;
    },
    save: (choice) => saveEngineChoice({ fingerprint, ...choice }).catch(() => undefined),
  };
}

/** Whatever may change which engine is the fastest. */
export function machineFingerprint(version: string): string {
  const { userAgent, hardwareConcurrency } = navigator;
  return [version, userAgent, `${hardwareConcurrency} cores`, self.crossOriginIsolated ? 'isolated' : 'shared', graphicsDevice()].join(
    ' | ',
  );
}

/** Name and driver version as WebGL tells them. */
function graphicsDevice(): string {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (!gl) return 'no WebGL 2';
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return name;
}
