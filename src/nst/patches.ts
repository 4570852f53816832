import type { Engine, Rectangle, Tensor } from './engines/engine';

/** The part of an image [h, w, c] that a patch shows; beyond an edge the image goes on with its opposite edge. */
export function cropPatch(engine: Engine, image: Tensor, patch: Rectangle): Tensor {
  const pieces = piecesOf(patch, image.shape);
  if (pieces.length === 1) return engine.crop(image, pieces[0].source);
  const result = engine.zeros([patch.height, patch.width, image.shape[2]]);
  for (const { source, x, y } of pieces) {
    const piece = engine.crop(image, source);
    engine.addPatch(result, piece, x, y);
    engine.dispose(piece);
  }
  return result;
}

/** The adjoint of `cropPatch`: every value of `values` is added to the pixel of `target` that it was copied from. */
export function addPatch(engine: Engine, target: Tensor, values: Tensor, patch: Rectangle): void {
  const pieces = piecesOf(patch, target.shape);
  if (pieces.length === 1) return engine.addPatch(target, values, patch.x, patch.y);
  for (const { source, x, y } of pieces) {
    const piece = engine.crop(values, { x, y, width: source.width, height: source.height });
    engine.addPatch(target, piece, source.x, source.y);
    engine.dispose(piece);
  }
}

/** A rectangle of the image, and where in the patch it stands. */
interface Piece {
  source: Rectangle;
  x: number;
  y: number;
}

function piecesOf(patch: Rectangle, [height, width]: readonly number[]): Piece[] {
  const rows = spansOf(patch.y, patch.height, height);
  const columns = spansOf(patch.x, patch.width, width);
  return rows.flatMap((row) =>
    columns.map((column) => ({
      source: { x: column.source, y: row.source, width: column.length, height: row.length },
      x: column.at,
      y: row.at,
    })),
  );
}

/** Where the positions [start, start + length) lie on a circle of `period` positions, cut where it closes. */
function spansOf(start: number, length: number, period: number): { source: number; at: number; length: number }[] {
  const spans = [];
  for (let at = 0; at < length;) {
    const source = (((start + at) % period) + period) % period;
    const part = Math.min(length - at, period - source);
    spans.push({ source, at, length: part });
    at += part;
  }
  return spans;
}
