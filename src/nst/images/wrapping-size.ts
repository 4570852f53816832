import { LEAST_SIDE } from './least-side';

/**
 * The nearest side of whole positions at every layer: pooling leaves an odd last row out, and a picture that goes on with
 * its opposite edge would lose what joins the two.
 */
export function wrappingSide(side: number): number {
  return Math.max(1, Math.round(side / LEAST_SIDE)) * LEAST_SIDE;
}
