import type { LayerCapture, Rectangle } from '../editor-adapter';
import { boundsOfPixels, cropCanvas, pixelsOf, pngOfCanvas, visibleBounds } from './canvas';
import { emptyLayer } from './errors';

export type LayerFacts = Pick<LayerCapture, 'layerId' | 'layerName' | 'documentName'> & {
  selection?: Rectangle | null;
  /** The selection's shape over the whole document: white, and as opaque as a pixel is selected. */
  mask?: HTMLCanvasElement | null;
};

/** A capture from a canvas that shows the layer alone, over the whole document. @throws EditorError */
export async function captureOfDocumentCanvas(
  canvas: HTMLCanvasElement,
  { selection = null, mask = null, ...facts }: LayerFacts,
): Promise<LayerCapture> {
  const pixels = pixelsOf(canvas);
  const bounds = boundsOfPixels(pixels);
  if (!bounds) throw emptyLayer(facts.layerName);
  return {
    ...facts,
    ...bounds,
    ...(await selectionOn(bounds, selection, mask)),
    documentWidth: canvas.width,
    documentHeight: canvas.height,
    sheet: { canvas, pixels },
  };
}

/** A shape of which nothing lies on the layer limits nothing, whatever its bounds. */
async function selectionOn(
  bounds: Rectangle,
  selection: Rectangle | null,
  mask: HTMLCanvasElement | null,
): Promise<Pick<LayerCapture, 'selection' | 'selectionMask'>> {
  if (!selection || !mask) return { selection, selectionMask: null };
  const shape = cropCanvas(mask, bounds);
  return visibleBounds(shape) ? { selection, selectionMask: await pngOfCanvas(shape) } : { selection: null, selectionMask: null };
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
