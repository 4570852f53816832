/**
 * AssemblyScript has no arrays of local variables, so the innermost kernels of matrix multiplication,
 * whose accumulators must all stay in registers, are written out by this generator.
 *
 * One kernel computes blocks of `rows` × 4·`vectors` of C = initial + A·B, then its ReLU if wanted.
 * x86-64 has 16 vector registers: 6 × 2 accumulators, two of B and one of A leave one to spare.
 */
const WIDE_ROWS = [6, 5, 4, 3, 2, 1];
const NARROW_ROWS = [8, 4, 2, 1];
const BYTES_PER_VECTOR = 16;
const BYTES_PER_FLOAT = 4;

export function microKernelSource(): string {
  const wide = WIDE_ROWS.map((rows) => microKernel(rows, 2));
  const narrow = NARROW_ROWS.map((rows) => microKernel(rows, 1));
  return ["import { multiplyAdd } from './multiply-add';", ...wide, ...narrow].join('\n');
}

function microKernel(rows: number, vectors: number): string {
  const row = range(rows);
  const each = (line: (r: number, v: number) => string): string => row.flatMap((r) => range(vectors).map((v) => line(r, v))).join('\n');
  return `
export function multiply${rows}x${vectors}(
  blocks: i32, a: usize, aStride: usize, segments: i32, segmentStride: usize, depth: i32,
  b: usize, c: usize, cStride: usize, initial: usize, initialStride: usize, relu: bool,
): void {
  for (; blocks > 0; blocks--) {
${each((r, v) => `let c${r}_${v} = v128.load(initial + ${r} * initialStride, ${v * BYTES_PER_VECTOR});`)}
    let panel = b, segment = a;
    for (let s = 0; s < segments; s++) {
${row.map((r) => `let a${r} = segment + ${r} * aStride;`).join('\n')}
      for (let k = depth; k > 0; k--) {
${multiplyStep(rows, vectors)}
      }
      segment += segmentStride;
    }
    // Not before the loops: they need every vector register.
    const lowest = f32x4.splat(relu ? 0 : -Infinity);
${each((r, v) => `v128.store(c + ${r} * cStride, f32x4.pmax(lowest, c${r}_${v}), ${v * BYTES_PER_VECTOR});`)}
    a += ${rows} * aStride;
    c += ${rows} * cStride;
    initial += ${rows} * initialStride;
  }
}`;
}

/** One k of the product, C[:, :] += A[:, k] · B[k, :]; unrolling it makes V8 spill registers and is a quarter slower. */
function multiplyStep(rows: number, vectors: number): string {
  const loads = range(vectors).map((v) => `const b${v} = v128.load(panel, ${v * BYTES_PER_VECTOR});`);
  const products = range(rows).flatMap((r) => [
    `const x${r} = v128.load_splat<f32>(a${r});`,
    ...range(vectors).map((v) => `c${r}_${v} = multiplyAdd(x${r}, b${v}, c${r}_${v});`),
  ]);
  const advance = [`panel += ${vectors * BYTES_PER_VECTOR};`, ...range(rows).map((r) => `a${r} += ${BYTES_PER_FLOAT};`)];
  return [...loads, ...products, ...advance].join('\n');
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}
