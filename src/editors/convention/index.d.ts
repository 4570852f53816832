/**
 * How an image editor describes itself to Brushover: it puts a `BrushoverEditor` into `window.brushover`.
 * How and why, with an example: docs/for-editor-authors.md of Brushover.
 *
 * All positions and sizes are document pixels: the editor's own, before its zoom.
 */
export interface BrushoverEditor {
  /** Of this convention. */
  readonly version: 1;
  /** For people, such as "My editor". */
  readonly title: string;
  /** What is open; null: nothing. Cheap, and changes nothing. */
  document(): BrushoverDocument | null | Promise<BrushoverDocument | null>;
  /** One layer alone, without its own opacity. Changes nothing. What it throws is shown to the user: one sentence that says what to do. */
  readLayer(id: string): BrushoverPicture | Promise<BrushoverPicture>;
  /** Adds a layer right above another one, as one step of undo; replaces nothing. Tells the id of the new layer. */
  insertLayer(layer: BrushoverNewLayer): { id: string } | Promise<{ id: string }>;
}

export interface BrushoverDocument {
  name: string;
  width: number;
  height: number;
  /** Bottom first. Layers of groups stand after their group. */
  layers: BrushoverLayer[];
  /** The id of the current layer; null if none is current. */
  activeLayer: string | null;
}

export interface BrushoverLayer {
  /** Stays the same as long as the document is open. */
  id: string;
  name: string;
  /** Whether it is seen, its groups included; true unless told. */
  visible?: boolean;
  /** Whether it has pixels of its own, as groups and adjustments have not; true unless told. */
  hasPixels?: boolean;
}

export interface BrushoverPicture {
  image: BrushoverPixels;
  /** Where its top left lies in the document; 0, 0 unless told. It may reach beyond the document. */
  x?: number;
  y?: number;
  /** The layer's own opacity, 0 … 1; 1 unless told. */
  alpha?: number;
  /** What is selected in the document; nothing unless told. */
  selection?: BrushoverSelection | null;
}

export interface BrushoverSelection {
  x: number;
  y: number;
  width: number;
  height: number;
  /** Its shape, a picture of `width` × `height`: brightness times alpha is how far a pixel is selected. Without it all of it is. */
  mask?: BrushoverPixels;
}

/** Pixels with straight alpha in sRGB: an encoded picture, or decoded ones. */
export type BrushoverPixels = Blob | ImageData | ImageBitmap | HTMLCanvasElement | OffscreenCanvas;

export interface BrushoverNewLayer {
  image: ImageBitmap;
  /** Such as "Brushover · Starlit swirls". */
  name: string;
  /** For the list of steps that can be undone. */
  undoName: string;
  x: number;
  y: number;
  /** Those of `image`. */
  width: number;
  height: number;
  /** The id of the layer below; null if it is gone: above the current one. */
  above: string | null;
}

declare global {
  interface Window {
    brushover?: BrushoverEditor;
  }
}
