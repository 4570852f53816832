import asc from 'assemblyscript/asc';

/** Independent sums, as many as hide the multiplier's latency and still fit x86-64's 16 vector registers. */
const SUMS = 12;
const LANES = 4;
export const FLOP_PER_STEP = SUMS * LANES * 2;

/** An endless supply of multiply-adds without memory traffic: what they add up to is returned so that none is left out. */
function source(): string {
  const sums = Array.from({ length: SUMS }, (_, i) => i);
  return `
export function run(steps: i32): f32 {
  const factor = f32x4.splat(0.999999), term = f32x4.splat(0.000001);
  ${sums.map((i) => `let c${i} = f32x4.splat(${i}.5);`).join(' ')}
  for (let step = 0; step < steps; step++) {
    ${sums.map((i) => `c${i} = f32x4.relaxed_madd(c${i}, factor, term);`).join('\n    ')}
  }
  let sum = f32x4.splat(0);
  ${sums.map((i) => `sum = f32x4.add(sum, c${i});`).join(' ')}
  return f32x4.extract_lane(sum, 0);
}`;
}

export async function compilePeakKernel(): Promise<Uint8Array> {
  let compiled: Uint8Array | null = null;
  const { error, stderr } = await asc.main(
    ['peak.ts', '--outFile=peak.wasm', '-O3', '--runtime=stub', '--enable=simd', '--enable=relaxed-simd'],
    {
      readFile: (fileName) => (fileName === 'peak.ts' ? source() : null),
      writeFile: (_fileName, contents) => {
        compiled = contents as Uint8Array;
      },
      listFiles: () => [],
    },
  );
  if (error || !compiled) throw new Error(`The multiply-add kernel does not compile: ${stderr.toString()}`);
  return compiled;
}
