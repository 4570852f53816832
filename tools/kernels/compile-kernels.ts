import { readFile } from 'node:fs/promises';
import path from 'node:path';
import asc from 'assemblyscript/asc';
import { microKernelSource } from './micro-kernel-source';
import { ASSEMBLY_DIRECTORY } from './kernel-files';

/** One build of the kernels; every browser gets the best that it can run. */
export interface KernelBuild {
  fileName: string;
  relaxedSimd: boolean;
  sharedMemory: boolean;
}

export const KERNEL_BUILDS: readonly KernelBuild[] = [
  { fileName: 'kernels-relaxed-shared.wasm', relaxedSimd: true, sharedMemory: true },
  { fileName: 'kernels-relaxed.wasm', relaxedSimd: true, sharedMemory: false },
  { fileName: 'kernels-shared.wasm', relaxedSimd: false, sharedMemory: true },
  { fileName: 'kernels.wasm', relaxedSimd: false, sharedMemory: false },
];

/** Mixing i32 counts with usize addresses is safe as long as addresses have 32 bits. */
const MIXED_ADDRESS_WARNING = 201;

/** 4 GiB in pages of 64 KiB: the engine sets its own, lower limit when it makes the memory. */
const LARGEST_MEMORY = 65536;

export async function compileKernels(build: KernelBuild): Promise<Uint8Array> {
  let compiled: Uint8Array | null = null;
  const { error, stderr } = await asc.main(compilerArguments(build), {
    readFile: (fileName) => readSource(fileName),
    writeFile: (_fileName, contents) => {
      compiled = contents as Uint8Array;
    },
    listFiles: () => [],
  });
  if (error || !compiled) throw new Error(`The kernels don't compile: ${error?.message ?? 'no output'}\n${stderr.toString()}`);
  return compiled;
}

function compilerArguments({ relaxedSimd, sharedMemory }: KernelBuild): string[] {
  const features = ['simd', ...(relaxedSimd ? ['relaxed-simd'] : []), ...(sharedMemory ? ['threads'] : [])];
  return [
    'index.ts',
    '--outFile=kernels.wasm',
    '-O3',
    '--runtime=stub',
    '--disableWarning',
    String(MIXED_ADDRESS_WARNING),
    '--importMemory',
    '--zeroFilledMemory',
    '--initialMemory=2',
    `--maximumMemory=${LARGEST_MEMORY}`,
    ...(sharedMemory ? ['--sharedMemory'] : []),
    ...features.flatMap((feature) => ['--enable', feature]),
  ];
}

async function readSource(fileName: string): Promise<string | null> {
  if (path.basename(fileName) === 'micro-kernels.ts') return microKernelSource();
  return readFile(path.join(ASSEMBLY_DIRECTORY, fileName), 'utf8').catch(() => null);
}
