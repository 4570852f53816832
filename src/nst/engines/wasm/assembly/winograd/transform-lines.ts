import { VECTOR } from '../memory-layout';
import { multiplyAdd } from '../multiply-add';

/**
 * The one-dimensional transforms of Winograd's F(4, 3) (Lavin & Gray 2016, "Fast Algorithms for Convolutional Neural
 * Networks", eq. 15), on four channels at once. Lines are read from and written to memory with a stride in bytes.
 */

/** Bᵀ·d: six values of a patch → six of its transform. */
@inline
export function transformInputLine(source: usize, stride: usize, target: usize, targetStride: usize): void {
  const d0 = v128.load(source);
  source += stride;
  const d1 = v128.load(source);
  source += stride;
  const d2 = v128.load(source);
  source += stride;
  const d3 = v128.load(source);
  source += stride;
  const d4 = v128.load(source);
  source += stride;
  const d5 = v128.load(source);
  const minusFour = f32x4.splat(-4);
  const four = f32x4.splat(4);
  const minusFive = f32x4.splat(-5);
  const even = multiplyAdd(minusFour, d2, d4);
  const odd = multiplyAdd(minusFour, d1, d3);
  const outerEven = f32x4.sub(d4, d2);
  const outerOdd = f32x4.mul(f32x4.splat(2), f32x4.sub(d3, d1));
  v128.store(target, multiplyAdd(minusFive, d2, multiplyAdd(four, d0, d4)));
  target += targetStride;
  v128.store(target, f32x4.add(even, odd));
  target += targetStride;
  v128.store(target, f32x4.sub(even, odd));
  target += targetStride;
  v128.store(target, f32x4.add(outerEven, outerOdd));
  target += targetStride;
  v128.store(target, f32x4.sub(outerEven, outerOdd));
  target += targetStride;
  v128.store(target, multiplyAdd(minusFive, d3, multiplyAdd(four, d1, d5)));
}

/** max(floor, Aᵀ·m + bias): six values of a product → the first `count` of four outputs. */
@inline
export function transformOutputLine(
  source: usize, stride: usize, target: usize, targetStride: usize, count: i32, bias: v128, floor: v128,
): void {
  const m0 = v128.load(source);
  source += stride;
  const m1 = v128.load(source);
  source += stride;
  const m2 = v128.load(source);
  source += stride;
  const m3 = v128.load(source);
  source += stride;
  const m4 = v128.load(source);
  source += stride;
  const m5 = v128.load(source);
  const innerSum = f32x4.add(m1, m2);
  const innerDifference = f32x4.sub(m1, m2);
  const outerSum = f32x4.add(m3, m4);
  const outerDifference = f32x4.sub(m3, m4);
  const y0 = f32x4.add(m0, f32x4.add(innerSum, outerSum));
  const y1 = multiplyAdd(f32x4.splat(2), outerDifference, innerDifference);
  const y2 = multiplyAdd(f32x4.splat(4), outerSum, innerSum);
  const y3 = f32x4.add(m5, multiplyAdd(f32x4.splat(8), outerDifference, innerDifference));
  v128.store(target, f32x4.pmax(floor, f32x4.add(y0, bias)));
  target += targetStride;
  if (count > 1) v128.store(target, f32x4.pmax(floor, f32x4.add(y1, bias)));
  target += targetStride;
  if (count > 2) v128.store(target, f32x4.pmax(floor, f32x4.add(y2, bias)));
  target += targetStride;
  if (count > 3) v128.store(target, f32x4.pmax(floor, f32x4.add(y3, bias)));
}

/** G·g: three values of a kernel → six of its transform. */
@inline
export function transformKernelLine(source: usize, stride: usize, target: usize, targetStride: usize): void {
  const g0 = v128.load(source);
  source += stride;
  const g1 = v128.load(source);
  source += stride;
  const g2 = v128.load(source);
  const sixth = f32x4.splat(1.0 / 6.0);
  const outer = f32x4.add(f32x4.mul(f32x4.splat(1.0 / 24.0), g0), f32x4.mul(sixth, g2));
  const middle = f32x4.mul(f32x4.splat(1.0 / 12.0), g1);
  const sum = f32x4.add(g0, g2);
  v128.store(target, f32x4.mul(f32x4.splat(0.25), g0));
  target += targetStride;
  v128.store(target, f32x4.neg(f32x4.mul(sixth, f32x4.add(sum, g1))));
  target += targetStride;
  v128.store(target, f32x4.neg(f32x4.mul(sixth, f32x4.sub(sum, g1))));
  target += targetStride;
  v128.store(target, f32x4.add(outer, middle));
  target += targetStride;
  v128.store(target, f32x4.sub(outer, middle));
  target += targetStride;
  v128.store(target, g2);
}
