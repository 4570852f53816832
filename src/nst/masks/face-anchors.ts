import type { Box, Face, Point } from './face';

/** The network's two grids: cells a side, and answers of each cell. */
const GRIDS = [
  { cells: 16, answers: 2 },
  { cells: 8, answers: 6 },
] as const;
/** Centre, width, height, and six points: eyes, nose, mouth, ears. */
const NUMBERS = 16;

/** The middle of every answer's cell, 0…1. */
const ANCHORS: readonly Point[] = GRIDS.flatMap(({ cells, answers }) =>
  Array.from({ length: cells * cells * answers }, (_, i) => {
    const cell = Math.floor(i / answers);
    return { x: ((cell % cells) + 0.5) / cells, y: (Math.floor(cell / cells) + 0.5) / cells };
  }),
);

/** The network's answers [896, 1] and [896, 16] about a part of a picture that filled a square of `side` pixels. */
export function readFaces(scores: ArrayLike<number>, numbers: ArrayLike<number>, part: Box, side: number, leastScore: number): Face[] {
  const scale = Math.max(part.width, part.height);
  return ANCHORS.flatMap((anchor, i) => {
    const score = 1 / (1 + Math.exp(-(scores[i] ?? 0)));
    if (score < leastScore) return [];
    const number = (k: number): number => numbers[i * NUMBERS + k] ?? 0;
    const pointAt = (k: number): Point => ({
      x: part.x + (anchor.x + number(k) / side) * scale,
      y: part.y + (anchor.y + number(k + 1) / side) * scale,
    });
    const [centre, width, height] = [pointAt(0), (number(2) / side) * scale, (number(3) / side) * scale];
    return [
      {
        score,
        box: { x: centre.x - width / 2, y: centre.y - height / 2, width, height },
        eyes: [pointAt(4), pointAt(6)],
        nose: pointAt(8),
        mouth: pointAt(10),
        ears: [pointAt(12), pointAt(14)],
      },
    ];
  });
}
