/** (module (func (result v128) i32.const 0 i8x16.splat)) */
const SIMD_MODULE = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 8, 1, 6, 0, 65, 0, 253, 15, 11];

/** (module (func (param v128) (result v128) local.get 0 local.get 0 local.get 0 f32x4.relaxed_madd)) */
const RELAXED_SIMD_MODULE = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 6, 1, 96, 1, 123, 1, 123, 3, 2, 1, 0, 10, 13, 1, 11, 0, 32, 0, 32, 0, 32, 0, 253, 133, 2, 11,
];

export interface KernelChoice {
  fileName: string;
  relaxedSimd: boolean;
}

export function supportsSimd(): boolean {
  return WebAssembly.validate(new Uint8Array(SIMD_MODULE));
}

/** The best build that this browser can run; `shared` where threads are to work on it. */
export function chooseBuild(shared: boolean): KernelChoice {
  const relaxedSimd = WebAssembly.validate(new Uint8Array(RELAXED_SIMD_MODULE));
  return { fileName: `kernels${relaxedSimd ? '-relaxed' : ''}${shared ? '-shared' : ''}.wasm`, relaxedSimd };
}

/** Shared memory and waiting on it, which browsers allow only in workers of cross-origin isolated pages. */
export function supportsThreads(): boolean {
  if (typeof SharedArrayBuffer === 'undefined') return false;
  try {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0);
    return true;
  } catch {
    return false;
  }
}
