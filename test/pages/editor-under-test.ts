/**
 * What every test page puts into `window.editorUnderTest`: ways to prepare its document and to look into it
 * with the editor's own means, independent of the adapters.
 */
export interface EditorUnderTest {
  /** Opens a fresh document of DOCUMENT's size, with the shape at SHAPE as current layer; editors with layers have an opaque one, "Ground", below it. */
  open(): Promise<void>;
  /** For pictures of the editor: opens a photo as its document, the photo's layer current. */
  openPhoto?(url: string): void | Promise<void>;
  /** Bottom first; each layer alone over the whole document. Editors without layers have one. */
  layers(): LayerPixels[] | Promise<LayerPixels[]>;
  /** What the editor itself saves or exports, read back and laid out flat. */
  saved?(): SavedPixels | Promise<SavedPixels>;
  /** One press of undo. */
  undo(): void | Promise<void>;
  /** Where the editor has it: */
  select?(area: Area): void;
  /** A selection of any shape: what lies within the corners. */
  selectShape?(corners: readonly Corner[]): void | Promise<void>;
  /** As a user zooms and scrolls; the document stays as it is. */
  zoom?(factor: number): void | Promise<void>;
  /** Gives the current layer this blend mode, in the words of canvases. */
  blendCurrent?(mode: GlobalCompositeOperation): void;
  /** By layers’ names. */
  blends?(): Record<string, string>;
  resize?(width: number, height: number): void | Promise<void>;
  /** Another document comes to the front; the first one stays open behind it. */
  openOther?(): void;
  showFirst?(): void;
  close?(): void | Promise<void>;
  /** Makes the layer "Ground" current. */
  chooseGround?(): void | Promise<void>;
  deleteCurrent?(): void | Promise<void>;
  hideCurrent?(): void | Promise<void>;
  lockCurrent?(): void;
  /** Adds a layer of this kind and makes it current; editors with one layer empty it. */
  chooseEmpty?(): void | Promise<void>;
  chooseGroup?(): void;
  /** Puts the current layer into a group, above another one in it. */
  nest?(): void;
  /** Two layers are selected. */
  chooseTwo?(): void;
  chooseText?(): void | Promise<void>;
  chooseAdjustment?(): void;
  /** Puts a picture of another site into the current layer. */
  taint?(): Promise<void>;
  setBusy?(busy: boolean): void;
  /** Adds layers up to the editor's limit. */
  fill?(): void | Promise<void>;
}

export interface LayerPixels {
  name: string;
  /** RGBA of the document's size, straight alpha, row by row. */
  pixels: number[];
  /** Only if `pixels` begin at the layer's own top left: where that lies in the document. */
  place?: { x: number; y: number };
}

export type SavedPixels = Omit<LayerPixels, 'name'>;

export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** x, y */
export type Corner = readonly [number, number];

/** A shape whose edges lie between pixels, so that each is selected wholly or not at all; not a rectangle. */
export const SELECTED_SHAPE: readonly Corner[] = [
  [30, 18],
  [50, 18],
  [50, 24],
  [38, 24],
  [38, 36],
  [30, 36],
];

export function isInSelectedShape(x: number, y: number): boolean {
  return x >= 30 && y >= 18 && x < 50 && y < 36 && (x < 38 || y < 24);
}

export const DOCUMENT = { width: 96, height: 64 };
export const SHAPE: Area = { x: 20, y: 12, width: 40, height: 30 };
export const SHAPE_NAME = 'Shape';
export const GROUND_NAME = 'Ground';

/** Opaque at the edges, so that the shape's bounds are certain; all kinds of alpha inside. */
export function shapePixel(x: number, y: number): [number, number, number, number] {
  const isEdge = x === 0 || y === 0 || x === SHAPE.width - 1 || y === SHAPE.height - 1;
  const alpha = isEdge ? 255 : [255, 128, 64, 0, 200][(x + y) % 5];
  return [(x * 6) % 256, (y * 8) % 256, (x * y) % 256, alpha];
}

/** What is inserted in tests: other colours, and a hole in the middle. */
export function resultPixel(x: number, y: number): [number, number, number, number] {
  const isHole = Math.abs(x - 20) < 5 && Math.abs(y - 15) < 5;
  return [255 - ((x * 5) % 256), (x * 3 + y * 4) % 256, 40, isHole ? 0 : (x + y) % 3 === 0 ? 128 : 255];
}

export function groundPixel(x: number, y: number): [number, number, number, number] {
  return [200 - x, 90 + y, 120, 255];
}

declare global {
  interface Window {
    editorUnderTest: EditorUnderTest;
  }
}
