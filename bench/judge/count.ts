import type { Answer, Key, KeyedPair, Side } from './key';

export interface Counts {
  a: number;
  b: number;
  ties: number;
}

/** Which side was preferred; null is no difference. */
export function preferred({ first }: KeyedPair, answer: Answer): Side | null {
  if (answer === 0) return null;
  const second = first === 'a' ? 'b' : 'a';
  return answer === 1 ? first : second;
}

/** One answer for each pair of the key, in its order. */
export function count({ pairs }: Key, answers: readonly Answer[]): Counts {
  const sides = pairs.map((pair, index) => preferred(pair, answers[index]));
  const times = (wanted: Side | null): number => sides.filter((side) => side === wanted).length;
  return { a: times('a'), b: times('b'), ties: times(null) };
}

export function sentenceOf({ a, b, ties }: Counts): string {
  return `A preferred in ${a} of ${a + b + ties}; B in ${b}; no difference in ${ties}.`;
}
