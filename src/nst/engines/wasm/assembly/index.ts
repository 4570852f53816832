/** All kernels of the WebAssembly engine. Addresses and strides are in bytes, counts in what their names say. */
export { setThreadIndex } from './memory-layout';
export {
  winogradBlockBytes, winogradBlocks, winogradInputStage, winogradKernel, winogradMultiplyStage, winogradOutputStage, winogradStageBytes,
} from './winograd/convolution';
export {
  directConvolution, directConvolutionBytes, directKernelFloats, directStripRows, packDirectKernel, rotateKernel,
} from './direct-convolution';
export { gramBytes, gramPartials, gramSum, mirrorUpper } from './gram-matrix';
export { addMatrixProduct, matrixProductBlockPixels, matrixProductBytes, packProductMatrix } from './matrix-product';
export {
  adamStep, addChannelOffsets, addDifference, addScaled, addWeightedDifference, clampedStep, freeMask, multiplyElements, scale,
} from './vectors';
export { absolutePartials, dotPartials, squaredDistancePartials } from './reductions';
export { averagePool, averagePoolGradient, clearOddRemainder, maximumPool, maximumPoolGradient } from './pooling';
export { addPatch, crop, foldEdges, padEdges } from './edges';
export { addTotalVariationGradient, totalVariationPartials } from './total-variation';
export { channelSumPartials, channelSumTotal, copyChannels, scaleChannels } from './channels';
export { upsample, upsampleGradient } from './upsampling';
export { nearestBlockQueries, nearestBytes, nearestInChunk, packCandidates } from './nearest';
export { cosineDistancePartials, gatherPositions, replaceByCosineGradient, scaleToUnitLength } from './directions';
