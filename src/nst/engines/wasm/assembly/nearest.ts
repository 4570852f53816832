import { multiplyPanel, packPanels } from './gemm';
import { bytesOf, ownPart, PANEL, ZEROS } from './memory-layout';

/** Queries that are multiplied together with one panel of candidates after the other: they stay in the second-level cache. */
const BLOCK_QUERIES: i32 = 96;

export function nearestBlockQueries(): i32 {
  return BLOCK_QUERIES;
}

/** Bytes for each thread that `nearestInChunk` needs: dot products of a block with a panel. */
export function nearestBytes(): usize {
  return bytesOf(BLOCK_QUERIES * PANEL);
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
  const stride = bytesOf(channels);
  for (let block = begin; block < end; block++) {
    const first = block * BLOCK_QUERIES;
    const rows = min(BLOCK_QUERIES, queryCount - first);
    for (let n = 0; n < count; n += PANEL) {
      const b = packed + bytesOf(n * channels);
      multiplyPanel(rows, queries + bytesOf(first * channels), stride, 1, 0, channels, b, products, bytesOf(PANEL), ZEROS, 0, false);
      keepLargest(products, rows, firstCandidate + n, min(PANEL, count - n), best + bytesOf(first), indices + bytesOf(first));
    }
  }
}

function keepLargest(products: usize, rows: i32, firstCandidate: i32, count: i32, best: usize, indices: usize): void {
  for (let row = 0; row < rows; row++) {
    const at = products + bytesOf(row * PANEL);
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
