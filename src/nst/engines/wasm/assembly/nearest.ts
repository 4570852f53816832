import { multiplyPanel, packPanels } from './gemm';
import { bytesOf, ownPart, PANEL, ZEROS } from './memory-layout';

/** Queries that are multiplied together. */
const BLOCK_QUERIES: i32 = 96;
/** Candidates whose products with a block of queries are collected before they are compared. */
const GROUP_CANDIDATES: i32 = 128;
/** Channels of one turn: of the queries they stay in the second-level cache, of a panel of candidates in the first. */
const MOST_DEPTH: i32 = 320;

export function nearestBlockQueries(): i32 {
  return BLOCK_QUERIES;
}

/** Bytes for each thread that `nearestInChunk` needs: dot products of a block of queries with a group of candidates. */
export function nearestBytes(): usize {
  return bytesOf(BLOCK_QUERIES * GROUP_CANDIDATES);
}

/** Packs candidates [count, channels] for `nearestInChunk`: the panels [begin, end) of [count / 8][channels][8]. */
export function packCandidates(candidates: usize, count: i32, channels: i32, packed: usize, begin: i32, end: i32): void {
  for (let panel = begin; panel < end; panel++) {
    const first = panel * PANEL;
    packPanels(
      candidates + bytesOf(first * channels), 1, channels, channels, min(PANEL, count - first), PANEL, 1, packed + bytesOf(first * channels),
    );
  }
}

/**
 * Compares the blocks [begin, end) of queries [queryCount, channels] with a chunk of packed candidates, of which the first
 * is the one numbered `firstCandidate`. `best` and `indices` [queryCount] hold the largest dot product so far and whose
 * it is, as a float; only a larger one replaces it.
 */
export function nearestInChunk(
  queries: usize, queryCount: i32, channels: i32, packed: usize, firstCandidate: i32, count: i32, best: usize, indices: usize,
  workBase: usize, bytesPerThread: usize, begin: i32, end: i32,
): void {
  const products = ownPart(workBase, bytesPerThread);
  for (let block = begin; block < end; block++) {
    const first = block * BLOCK_QUERIES;
    const rows = min(BLOCK_QUERIES, queryCount - first);
    for (let n = 0; n < count; n += GROUP_CANDIDATES) {
      const columns = min(GROUP_CANDIDATES, count - n);
      multiplyGroup(queries + bytesOf(first * channels), rows, channels, packed + bytesOf(n * channels), columns, products);
      keepLargest(products, rows, firstCandidate + n, columns, best + bytesOf(first), indices + bytesOf(first));
    }
  }
}

/** products [rows, GROUP_CANDIDATES] = queries · candidatesᵀ, some channels of all candidates at a time. */
function multiplyGroup(queries: usize, rows: i32, channels: i32, packed: usize, columns: i32, products: usize): void {
  const turns = (channels + MOST_DEPTH - 1) / MOST_DEPTH;
  const depth = (channels + turns - 1) / turns;
  const stride = bytesOf(GROUP_CANDIDATES);
  for (let k = 0; k < channels; k += depth) {
    const length = min(depth, channels - k);
    for (let n = 0; n < columns; n += PANEL) {
      const b = packed + bytesOf(n * channels + k * PANEL);
      const c = products + bytesOf(n);
      const initial = k == 0 ? ZEROS : c;
      multiplyPanel(rows, queries + bytesOf(k), bytesOf(channels), 1, 0, length, b, c, stride, initial, k == 0 ? 0 : stride, false);
    }
  }
}

function keepLargest(products: usize, rows: i32, firstCandidate: i32, count: i32, best: usize, indices: usize): void {
  for (let row = 0; row < rows; row++) {
    const at = products + bytesOf(row * GROUP_CANDIDATES);
    let largest = f32.load(best + bytesOf(row));
    let index: i32 = -1;
    for (let j = 0; j < count; j++) {
      const product = f32.load(at + bytesOf(j));
      if (product > largest) {
        largest = product;
        index = firstCandidate + j;
      }
    }
    if (index < 0) continue;
    f32.store(best + bytesOf(row), largest);
    f32.store(indices + bytesOf(row), index as f32);
  }
}
