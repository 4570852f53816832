export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  range(low: number, high: number): number;
  /** Integer in [0, count). */
  index(count: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** Normally distributed, mean 0 and deviation 1. */
  normal(): number;
  shuffle<Item>(items: readonly Item[]): Item[];
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state suffice for pictures. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296;
  };
}

export function createRandom(seed: number): Random {
  const next = mulberry32(seed);
  const index = (count: number): number => Math.floor(next() * count);
  return {
    next,
    index,
    range: (low, high) => low + (high - low) * next(),
    pick: (items) => items[index(items.length)],
    // Sum of twelve uniforms: no transcendental function, so the same on every machine.
    normal: () => Array.from({ length: 12 }, next).reduce((sum, value) => sum + value, -6),
    shuffle: (items) => {
      const result = [...items];
      for (let last = result.length - 1; last > 0; last--) {
        const other = index(last + 1);
        [result[last], result[other]] = [result[other], result[last]];
      }
      return result;
    },
  };
}
