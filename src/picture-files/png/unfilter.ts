import { PngError } from './chunks';

/**
 * Takes the filters off the rows of one pass, in place (ISO/IEC 15948, 9.2). `at`: of the pass's first filter byte;
 * `pixelBytes`: bytes of a whole pixel, at least 1.
 */
export function unfilter(bytes: Uint8Array, at: number, height: number, rowBytes: number, pixelBytes: number): void {
  for (let y = 0; y < height; y++) {
    const row = at + y * (1 + rowBytes) + 1;
    const above = y === 0 ? -1 : row - (1 + rowBytes);
    unfilterRow(bytes, bytes[row - 1]!, row, above, rowBytes, pixelBytes);
  }
}

/** `above`: of the row before; −1 in the first one, where zeros stand for it. */
function unfilterRow(bytes: Uint8Array, filter: number, row: number, above: number, length: number, step: number): void {
  if (filter === 0) return;
  if (filter > 4) throw new PngError('Its rows have an unknown filter.');
  for (let i = 0; i < length; i++) {
    const left = i >= step ? bytes[row + i - step]! : 0;
    const up = above < 0 ? 0 : bytes[above + i]!;
    const upLeft = above < 0 || i < step ? 0 : bytes[above + i - step]!;
    bytes[row + i] = bytes[row + i]! + predicted(filter, left, up, upLeft);
  }
}

function predicted(filter: number, left: number, up: number, upLeft: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  return filter === 3 ? (left + up) >> 1 : paeth(left, up, upLeft);
}

/** Of the three the one nearest to left + up − upLeft (Paeth 1991). */
function paeth(left: number, up: number, upLeft: number): number {
  const estimate = left + up - upLeft;
  const [byLeft, byUp, byUpLeft] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - upLeft)];
  if (byLeft <= byUp && byLeft <= byUpLeft) return left;
  return byUp <= byUpLeft ? up : upLeft;
}
