/**
 * The exports of the kernel modules (assembly/index.ts). Those with a range work on the items [begin, end), which are
 * their last two arguments, and may run on several threads at once.
 */
const RANGED_KERNELS = [
  'absolutePartials',
  'adamStep',
  'addChannelOffsets',
  'addDifference',
  'addMatrixProduct',
  'addPatch',
  'addScaled',
  'addTotalVariationGradient',
  'addWeightedDifference',
  'averagePool',
  'averagePoolGradient',
  'channelSumPartials',
  'channelSumTotal',
  'clampedStep',
  'copyChannels',
  'cosineDistancePartials',
  'crop',
  'directConvolution',
  'dotPartials',
  'foldEdges',
  'freeMask',
  'gatherPositions',
  'gramPartials',
  'gramSum',
  'maximumPool',
  'maximumPoolGradient',
  'mirrorUpper',
  'multiplyElements',
  'nearestInChunk',
  'packCandidates',
  'padEdges',
  'replaceByCosineGradient',
  'rotateKernel',
  'scale',
  'scaleChannels',
  'scaleToUnitLength',
  'squaredDistancePartials',
  'totalVariationPartials',
  'upsample',
  'upsampleGradient',
  'winogradBlocks',
  'winogradInputStage',
  'winogradKernel',
  'winogradMultiplyStage',
  'winogradOutputStage',
] as const;

export type RangedKernel = (typeof RANGED_KERNELS)[number];

type OtherKernel =
  | 'clearOddRemainder'
  | 'directConvolutionBytes'
  | 'directKernelFloats'
  | 'directStripRows'
  | 'gramBytes'
  | 'matrixProductBlockPixels'
  | 'matrixProductBytes'
  | 'nearestBlockQueries'
  | 'nearestBytes'
  | 'packDirectKernel'
  | 'packProductMatrix'
  | 'setThreadIndex'
  | 'winogradBlockBytes'
  | 'winogradStageBytes';

type Kernel = (...values: number[]) => number;

export type Kernels = Record<RangedKernel | OtherKernel, Kernel>;

/** Every thread has an instance of its own over the same memory. */
export async function instantiateKernels(module: WebAssembly.Module, memory: WebAssembly.Memory, threadIndex: number): Promise<Kernels> {
  const instance = await WebAssembly.instantiate(module, { env: { memory } });
  const kernels = instance.exports as unknown as Kernels;
  kernels.setThreadIndex(threadIndex);
  return kernels;
}

/** A number stands for a kernel in shared memory. */
export function kernelNumber(name: RangedKernel): number {
  return RANGED_KERNELS.indexOf(name);
}

export function kernelByNumber(kernels: Kernels, number: number): Kernel {
  return kernels[RANGED_KERNELS[number]];
}
