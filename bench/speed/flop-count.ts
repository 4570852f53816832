/** Channels of VGG-16's blocks through relu5_1 (Simonyan & Zisserman 2014, configuration D). */
const BLOCKS = [[64, 64], [128, 128], [256, 256, 256], [512, 512, 512], [512]];
const TAPS = 9;
/** Forward, and backward to the image. */
const DIRECTIONS = 2;

/**
 * Floating-point operations of all 3×3 convolutions of one evaluation, a multiply-add counting as two, as if
 * computed directly: what "effective" GFLOP/s are measured in. Methods that need fewer come out faster.
 */
export function flopOfEvaluation(width: number, height: number): number {
  let inputs = 3;
  let flop = 0;
  BLOCKS.forEach((block, depth) => {
    const positions = (width >> depth) * (height >> depth);
    for (const outputs of block) {
      flop += 2 * DIRECTIONS * TAPS * inputs * outputs * positions;
      inputs = outputs;
    }
  });
  return flop;
}
