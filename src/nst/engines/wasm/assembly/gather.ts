import { bytesOf, FLOAT, VECTOR } from './memory-layout';

/**
 * Copies columns [x0, x0 + columns) of the image row y [width, channels], channels [channel, channel + count), to
 * `target` [columns, count]; zeros outside the image and, if there is a mask, where it is not above zero.
 */
export function gatherRow(
  source: usize, mask: usize, height: i32, width: i32, channels: i32,
  y: i32, x0: i32, columns: i32, channel: i32, count: i32, target: usize,
): void {
  if (y < 0 || y >= height) {
    memory.fill(target, 0, bytesOf(columns * count));
    return;
  }
  const before = min(max(-x0, 0), columns);
  const inside = max(min(x0 + columns, width) - (x0 + before), 0);
  memory.fill(target, 0, bytesOf(before * count));
  const offset = bytesOf((y * width + x0 + before) * channels + channel);
  target += bytesOf(before * count);
  if (mask) copyMasked(source + offset, mask + offset, bytesOf(channels), inside, count, target);
  else if (count == channels) memory.copy(target, source + offset, bytesOf(inside * count));
  else copyPart(source + offset, bytesOf(channels), inside, count, target);
  memory.fill(target + bytesOf(inside * count), 0, bytesOf((columns - before - inside) * count));
}

/** `count` is a multiple of four. */
function copyMasked(source: usize, mask: usize, stride: usize, pixels: i32, count: i32, target: usize): void {
  const zero = f32x4.splat(0);
  const bytes = bytesOf(count);
  for (let x = 0; x < pixels; x++) {
    for (let c: usize = 0; c < bytes; c += VECTOR, target += VECTOR) {
      v128.store(target, v128.and(v128.load(source + c), f32x4.gt(v128.load(mask + c), zero)));
    }
    source += stride;
    mask += stride;
  }
}

function copyPart(source: usize, stride: usize, pixels: i32, count: i32, target: usize): void {
  const bytes = bytesOf(count);
  for (let x = 0; x < pixels; x++) {
    for (let c: usize = 0; c < bytes; c += VECTOR, target += VECTOR) v128.store(target, v128.load(source + c));
    source += stride;
  }
}
