import type { Rectangle } from '../nst/engines/engine';

/** The key of a picture in the extension's own IndexedDB: between its parts pixels never travel in messages (decision 0001). */
export type ImageRef = string;

/** A page as it is open in a tab, until it is left or loaded anew. */
export interface PageDocument {
  /** Such as "https://www.photopea.com". */
  origin: string;
  /** Of this very document; null in a request stands for each one of that origin. */
  id: string | null;
}

/** A layer as it was captured; where G has to go back to. */
export interface CapturedLayer {
  tabId: number;
  document: PageDocument;
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

export interface CaptureRequest {
  tabId: number;
  /** Captured before, or chosen from `EditorLayers`; left out: the layer that is current. */
  wanted?: Pick<CapturedLayer, 'document' | 'layerId' | 'layerName'>;
}

/** The layers of an editor's document that can be captured, whichever is current there. */
export interface EditorLayers {
  document: PageDocument;
  /** Topmost first, as editors list them. */
  layers: EditorLayer[];
}

interface EditorLayer {
  layerId: string;
  layerName: string;
  visible: boolean;
}

export interface InsertRequest {
  tabId: number;
  /** Where the picture was captured: no other site gets it, and another document only if the user says so. */
  document: PageDocument;
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
export function insertionOf(layer: CapturedLayer, image: ImageRef, name: string): InsertRequest {
  const { tabId, document, layerId, x, y, width, height } = layer;
  return { tabId, document, image, name, x, y, width, height, above: layerId };
}

/** A job is over, and nobody may be looking. */
export interface JobEnd {
  /** Of the job. */
  id: string;
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
