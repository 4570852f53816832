import { bytesOf, PANEL, VECTOR } from '../memory-layout';
import { PATCH, POSITIONS } from './geometry';
import { transformKernelLine } from './transform-lines';

/** The work space of one transform: [6, 3] and [6, 6] vectors. */
export const KERNEL_WORK_FLOATS: i32 = (PATCH * 3 + POSITIONS) * 4;

/**
 * U = G·g·Gᵀ of a kernel [3, 3, inputs, outputs], packed for `multiply`: u [36][outputs / 8][inputs][8].
 * Works on the input channels [begin, end).
 */
export function transformKernel(kernel: usize, inputs: i32, outputs: i32, u: usize, work: usize, begin: i32, end: i32): void {
  const tap = bytesOf(inputs * outputs);
  const positionStride = bytesOf(inputs * outputs);
  for (let input = begin; input < end; input++) {
    for (let output = 0; output < outputs; output += 4) {
      const source = kernel + bytesOf(input * outputs + output);
      const panel = output / PANEL;
      const target = u + bytesOf((panel * inputs + input) * PANEL + (output % PANEL));
      transformTaps(source, tap, target, positionStride, work);
    }
  }
}

function transformTaps(source: usize, tap: usize, target: usize, positionStride: usize, work: usize): void {
  for (let j = 0; j < 3; j++) transformKernelLine(source + j * tap, 3 * tap, work + j * VECTOR, 3 * VECTOR);
  for (let i = 0; i < PATCH; i++) {
    transformKernelLine(work + i * 3 * VECTOR, VECTOR, target + i * PATCH * positionStride, positionStride);
  }
}
