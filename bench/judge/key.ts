import { seededRandom } from '../../src/nst/images/random';

export type Side = 'a' | 'b';

/** One pair as a person sees it: `first` is shown as 1, the other side as 2. */
export interface KeyedPair {
  name: string;
  first: Side;
}

/** What a person who judges must not know: the folders, and which side of every pair was shown as 1. */
export interface Key {
  folders: Record<Side, string>;
  seed: number;
  pairs: KeyedPair[];
}

/** 1 or 2 is better, or 0: no difference. */
export type Answer = 0 | 1 | 2;

/**
 * Pairs in random order. Each side comes first equally often, but for one where the number is odd, so that a liking for
 * the left cancels.
 */
export function drawKey(folders: Record<Side, string>, names: readonly string[], seed: number): Key {
  const random = seededRandom(seed);
  const order = shuffled(names, random);
  const rare = random() < 0.5 ? 0 : 1;
  const sides = shuffled(
    names.map((_, index): Side => (index % 2 === rare ? 'a' : 'b')),
    random,
  );
  return { folders, seed, pairs: order.map((name, index) => ({ name, first: sides[index] })) };
}

/** Fisher and Yates: every order is equally likely. */
function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const chosen = Math.floor(random() * (last + 1));
    [result[last], result[chosen]] = [result[chosen], result[last]];
  }
  return result;
}
