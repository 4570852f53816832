import type { RgbaImage } from '../nst/images/image';

/** The picture as it looked on its way. */
export interface Moment {
  /** How many evaluations it has behind it. */
  evaluation: number;
  /** Of the whole run's work, 0…1. */
  fractionDone: number;
  picture: RgbaImage;
}

/** As many as a strip has room for … */
const MOST_MOMENTS = 12;
/** … and memory, of which both who tells and who shows them hold their own; large pictures have fewer. */
const MOST_BYTES = 48 * 2 ** 20;

/** With one moment more, and without the one that is missed least where there are too many: they stay spread over the run. */
export function withMoment(moments: readonly Moment[], next: Moment): readonly Moment[] {
  const before = moments.filter(({ evaluation }) => evaluation < next.evaluation);
  const kept = [...before, next];
  while (kept.length > 2 && isTooMuch(kept)) kept.splice(leastMissed(kept), 1);
  return kept;
}

function isTooMuch(moments: readonly Moment[]): boolean {
  return moments.length > MOST_MOMENTS || moments.reduce((sum, { picture }) => sum + picture.data.byteLength, 0) > MOST_BYTES;
}

/** The index of the one whose neighbours are nearest to each other; the first and the newest always stay. */
function leastMissed(moments: readonly Moment[]): number {
  const gap = (i: number): number => moments[i + 1]!.fractionDone - moments[i - 1]!.fractionDone;
  let least = 1;
  for (let i = 2; i < moments.length - 1; i++) if (gap(i) < gap(least)) least = i;
  return least;
}
