import type { LayerCapture, Rectangle } from '../editor-adapter';
import { cropCanvas, pngOfCanvas, visibleBounds } from './canvas';
import { emptyLayer } from './errors';

export type LayerFacts = Pick<LayerCapture, 'layerId' | 'layerName' | 'documentName'> & {
  selection?: Rectangle | null;
  selectionMask?: string | null;
};

/** A capture from a canvas that shows the layer alone, over the whole document. @throws EditorError */
export async function captureOfDocumentCanvas(canvas: HTMLCanvasElement, facts: LayerFacts): Promise<LayerCapture> {
  const bounds = visibleBounds(canvas);
  if (!bounds) throw emptyLayer(facts.layerName);
  return {
    selection: null,
    selectionMask: null,
    ...facts,
    ...bounds,
    documentWidth: canvas.width,
    documentHeight: canvas.height,
    png: await pngOfCanvas(cropCanvas(canvas, bounds)),
  };
}

/** Selections may reach out of the document, lie between pixels or be empty. */
export function selectionInDocument(
  selection: Rectangle | null | undefined,
  documentWidth: number,
  documentHeight: number,
): Rectangle | null {
  if (!selection) return null;
  const left = Math.max(0, Math.round(Math.min(selection.x, selection.x + selection.width)));
  const top = Math.max(0, Math.round(Math.min(selection.y, selection.y + selection.height)));
  const right = Math.min(documentWidth, Math.round(Math.max(selection.x, selection.x + selection.width)));
  const bottom = Math.min(documentHeight, Math.round(Math.max(selection.y, selection.y + selection.height)));
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : null;
}
