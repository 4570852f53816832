import { gatherRow } from './gather';
import { multiplyNarrowPanel, multiplyPanel, packPanels, panelWidth } from './gemm';
import { bytesOf, FLOAT, ownPart, PANEL, roundUp, ZEROS } from './memory-layout';

/** Rows of output that share one padded copy of their input. */
const STRIP_ROWS: i32 = 8;

/** Bytes for each thread that `directConvolution` needs: a padded strip and one row of output. */
export function directConvolutionBytes(width: i32, inputs: i32, outputs: i32): usize {
  return bytesOf((STRIP_ROWS + 2) * (width + 2) * inputs + width * roundUp(outputs, PANEL) + 4 * PANEL);
}

/** Floats of a kernel packed by `packDirectKernel`. */
export function directKernelFloats(inputs: i32, outputs: i32): i32 {
  return 9 * inputs * roundUp(outputs, panelWidth(outputs));
}

/** A kernel [3, 3, inputs, outputs] → panels [outputs / 8 or 4][9·inputs][8 or 4]. */
export function packDirectKernel(kernel: usize, inputs: i32, outputs: i32, packed: usize): void {
  packPanels(kernel, outputs, 1, 9 * inputs, outputs, panelWidth(outputs), 1, packed);
}

/**
 * relu(kernel ∗ source + bias) as a matrix product over the 3·3·inputs values around each pixel: for few
 * channels, where the transforms of Winograd's method cost more than they save. Works on the strips [begin, end).
 */
export function directConvolution(
  source: usize, mask: usize, height: i32, width: i32, inputs: i32, packed: usize, bias: usize, relu: bool,
  target: usize, outputs: i32, workBase: usize, bytesPerThread: usize, begin: i32, end: i32,
): void {
  const strip = ownPart(workBase, bytesPerThread);
  const line = bytesOf((width + 2) * inputs);
  for (let index = begin; index < end; index++) {
    const first = index * STRIP_ROWS;
    const last = min(first + STRIP_ROWS, height);
    for (let y = first - 1; y <= last; y++) {
      gatherRow(source, mask, height, width, inputs, y, -1, width + 2, 0, inputs, strip + (y - first + 1) * line);
    }
    for (let y = first; y < last; y++) {
      const row = target + bytesOf(y * width * outputs);
      const lines = strip + (y - first) * line;
      if (outputs % 4 == 0) convolveRow(lines, line, width, inputs, packed, bias ? bias : ZEROS, relu, row, outputs);
      else convolveUnevenRow(lines, line, width, inputs, packed, bias ? bias : ZEROS, relu, row, outputs, strip + (STRIP_ROWS + 2) * line);
    }
  }
}

export function directStripRows(): i32 {
  return STRIP_ROWS;
}

function convolveRow(
  lines: usize, line: usize, width: i32, inputs: i32, packed: usize, bias: usize, relu: bool, row: usize, outputs: i32,
): void {
  const pixel = bytesOf(inputs);
  const depth = 3 * inputs;
  const panel = panelWidth(outputs);
  for (let n = 0; n < outputs; n += panel) {
    const b = packed + bytesOf(n * 9 * inputs);
    const c = row + bytesOf(n);
    if (panel == PANEL) multiplyPanel(width, lines, pixel, 3, line, depth, b, c, bytesOf(outputs), bias + bytesOf(n), 0, relu);
    else multiplyNarrowPanel(width, lines, pixel, 3, line, depth, b, c, bytesOf(outputs), bias + bytesOf(n), 0, relu);
  }
}

/** Kernels store whole vectors: a pixel of three channels goes through a row of four. */
function convolveUnevenRow(
  lines: usize, line: usize, width: i32, inputs: i32, packed: usize, bias: usize, relu: bool, row: usize, outputs: i32, work: usize,
): void {
  const whole = roundUp(outputs, 4);
  convolveRow(lines, line, width, inputs, packed, bias, relu, work, whole);
  for (let x = 0; x < width; x++) {
    for (let c = 0; c < outputs; c++, row += FLOAT) f32.store(row, f32.load(work + bytesOf(x * whole + c)));
  }
}

/** The kernel of the backward pass: rotated by 180° with inputs and outputs exchanged, [3, 3, in, out] → [3, 3, out, in]. */
export function rotateKernel(kernel: usize, inputs: i32, outputs: i32, rotated: usize, begin: i32, end: i32): void {
  for (let tap = 0; tap < 9; tap++) {
    const from = kernel + bytesOf(tap * inputs * outputs);
    const to = rotated + bytesOf((8 - tap) * inputs * outputs);
    for (let output = begin; output < end; output++) {
      for (let input = 0; input < inputs; input++) {
        f32.store(to + bytesOf(output * inputs + input), f32.load(from + bytesOf(input * outputs + output)));
      }
    }
  }
}
