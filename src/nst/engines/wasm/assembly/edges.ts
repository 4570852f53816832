import { bytesOf, FLOAT } from './memory-layout';

/** 0: zeros; 1: the edge itself; 2: its neighbour; 3: the opposite edge. */
const ZERO: i32 = 0;
const REFLECT: i32 = 2;
const WRAP: i32 = 3;

/** The index of `length` that position −1 (or `length`) of the padded line is copied from. */
@inline
function sourceBefore(length: i32, mode: i32): i32 {
  return mode == WRAP ? length - 1 : mode == REFLECT ? 1 : 0;
}

@inline
function sourceAfter(length: i32, mode: i32): i32 {
  return length - 1 - sourceBefore(length, mode);
}

/** [h, w, c] → [h + 2, w + 2, c], the padded rows [begin, end). */
export function padEdges(input: usize, height: i32, width: i32, channels: i32, mode: i32, target: usize, begin: i32, end: i32): void {
  const pixel = bytesOf(channels);
  const line = bytesOf(width * channels);
  const paddedLine = line + 2 * pixel;
  for (let y = begin; y < end; y++) {
    const out = target + y * paddedLine;
    const outside = y == 0 || y == height + 1;
    if (mode == ZERO && outside) {
      memory.fill(out, 0, paddedLine);
      continue;
    }
    const row = y == 0 ? sourceBefore(height, mode) : y == height + 1 ? sourceAfter(height, mode) : y - 1;
    const from = input + row * line;
    memory.copy(out + pixel, from, line);
    padEnd(out, from + sourceBefore(width, mode) * pixel, pixel, mode);
    padEnd(out + pixel + line, from + sourceAfter(width, mode) * pixel, pixel, mode);
  }
}

function padEnd(target: usize, source: usize, pixel: usize, mode: i32): void {
  if (mode == ZERO) memory.fill(target, 0, pixel);
  else memory.copy(target, source, pixel);
}

/** The adjoint: [h + 2, w + 2, c] → [h, w, c], the rows [begin, end) of the smaller one. */
export function foldEdges(gradient: usize, height: i32, width: i32, channels: i32, mode: i32, target: usize, begin: i32, end: i32): void {
  const line = bytesOf(width * channels);
  const paddedLine = bytesOf((width + 2) * channels);
  for (let y = begin; y < end; y++) {
    const out = target + y * line;
    memory.copy(out, gradient + (y + 1) * paddedLine + bytesOf(channels), line);
    if (mode == ZERO) continue;
    foldEnds(gradient + (y + 1) * paddedLine, width, channels, mode, out);
    if (y == sourceBefore(height, mode)) addRow(gradient, width, channels, mode, out);
    if (y == sourceAfter(height, mode)) addRow(gradient + (height + 1) * paddedLine, width, channels, mode, out);
  }
}

function addRow(padded: usize, width: i32, channels: i32, mode: i32, out: usize): void {
  addTo(out, padded + bytesOf(channels), width * channels);
  foldEnds(padded, width, channels, mode, out);
}

function foldEnds(padded: usize, width: i32, channels: i32, mode: i32, out: usize): void {
  addTo(out + bytesOf(sourceBefore(width, mode) * channels), padded, channels);
  addTo(out + bytesOf(sourceAfter(width, mode) * channels), padded + bytesOf((width + 1) * channels), channels);
}

function addTo(target: usize, source: usize, count: i32): void {
  for (let i: usize = 0, last = bytesOf(count); i < last; i += FLOAT) f32.store(target + i, f32.load(target + i) + f32.load(source + i));
}

/** The rows [begin, end) of a rectangle of [h, w, c] whose corner is at (x, y), `columns` wide. */
export function crop(
  input: usize, width: i32, channels: i32, x: i32, y: i32, columns: i32, target: usize, begin: i32, end: i32,
): void {
  const line = bytesOf(columns * channels);
  for (let row = begin; row < end; row++) {
    memory.copy(target + row * line, input + bytesOf(((y + row) * width + x) * channels), line);
  }
}

/** target[y + row, x + column] += patch[row, column] for the rows [begin, end) of the patch. */
export function addPatch(
  target: usize, width: i32, channels: i32, x: i32, y: i32, patch: usize, columns: i32, begin: i32, end: i32,
): void {
  for (let row = begin; row < end; row++) {
    addTo(target + bytesOf(((y + row) * width + x) * channels), patch + bytesOf(row * columns * channels), columns * channels);
  }
}
