import type { Rectangle } from '../nst/engines/engine';

/** The key of a picture in the extension's own IndexedDB: between its parts pixels never travel in messages (decision 0001). */
export type ImageRef = string;

/** A layer as it was captured; where G has to go back to. */
export interface CapturedLayer {
  tabId: number;
  /** The adapter that captured it, such as "konva". */
  editor: string;
  /** For people, such as "Konva editor". */
  editorTitle: string;
  /** The editor's own key of the layer, so that G lands above it even if another layer is current by then. */
  layerId: string;
  layerName: string;
  image: ImageRef;
  width: number;
  height: number;
  /** Where the picture lies in the document, in document pixels. */
  x: number;
  y: number;
  documentWidth: number;
  documentHeight: number;
  /** The editor's selection in document pixels, if there is one. */
  selection: Rectangle | null;
  /** The selection's exact shape where the editor tells it: white where selected, of the layer picture's size. */
  selectionMask: ImageRef | null;
}

export interface InsertRequest {
  tabId: number;
  image: ImageRef;
  /** Of the new layer, such as "Brushover · starlit swirls". */
  name: string;
  x: number;
  y: number;
  width: number;
  height: number;
  /** The `layerId` above which it goes; null: above the current layer. */
  above: string | null;
}

/** The request that puts a picture back where the layer was captured. */
export function insertionOf({ tabId, layerId, x, y, width, height }: CapturedLayer, image: ImageRef, name: string): InsertRequest {
  return { tabId, image, name, x, y, width, height, above: layerId };
}

/** A job is over, and nobody may be looking. */
export interface JobEnd {
  failed: boolean;
  /** Where its layer was captured. */
  tabId: number | null;
  /** What is to be inserted now; null: nothing. */
  insertion: InsertRequest | null;
}

export interface InsertOutcome {
  /** How the picture got in. */
  way: 'layer' | 'paste' | 'drop' | 'clipboard' | 'download';
  /** For people: what happened and how to undo it. */
  message: string;
}
