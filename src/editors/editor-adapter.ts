import type { UndoHint } from './undo-hints';

/**
 * An editor adapter reads the current layer of one editor and adds a new layer to it.
 *
 * Adapters run inside the page, in its own (MAIN) world, where the editor's objects are; they are
 * bundled into one script, `editors/page.js`, which `page/page-script.ts` answers for.
 * Everything that leaves the page is JSON, so pictures travel as base64 of a PNG, but for large ones that the browser can take as files.
 *
 * All positions and sizes are document pixels: the editor's own, before its zoom.
 */
export interface EditorAdapter {
  /** In reports and file names, such as "konva". */
  readonly id: string;
  /** For people, such as "Konva editor". */
  readonly title: string;
  /** Where layers are known by their place alone, so that none but the current one can be asked for. */
  readonly capturesOnlyCurrent?: true;
  /** Whether the page holds this editor now. Cheap, and changes nothing. */
  detect(): boolean;
  /** @throws EditorError */
  describe(): EditorDescription | Promise<EditorDescription>;
  /**
   * One layer alone: other layers are neither in it nor changed.
   * @param wanted its `layerId`, where the editor can be asked for a certain one; null, or if it is gone: the current layer
   * @throws EditorError
   */
  capture(wanted: string | null): Promise<LayerCapture>;
  /** Adds the picture as a new layer above the captured one; replaces nothing. @throws EditorError */
  insert(layer: NewLayer): Promise<InsertWay>;
  /** After an insertion: how to take the picture away again, if that is known. */
  undoHint(way: InsertWay): UndoHint;
}

interface EditorDescription {
  /** The adapter's id. */
  editor: string;
  /** The adapter's title. */
  title: string;
  documentName: string;
  width: number;
  height: number;
  /** Bottom first. Editors that tell nothing of their layers have one, the whole picture. */
  layers: LayerDescription[];
  /** The id of the current layer; null if there is none. */
  activeLayer: string | null;
}

/** What the page answers with. */
export interface FoundEditor extends EditorDescription {
  /** Whether any of the layers can be captured by its id. */
  choosable: boolean;
}

export interface LayerDescription {
  id: string;
  name: string;
  visible: boolean;
}

export interface LayerCapture {
  /** Given back to `insert` as `above`. */
  layerId: string;
  layerName: string;
  /** The place of the picture in the document; always inside it, and cropped to what is not transparent. */
  x: number;
  y: number;
  width: number;
  height: number;
  documentName: string;
  documentWidth: number;
  documentHeight: number;
  /** The bounds of the editor's selection; null if nothing is selected. */
  selection: Rectangle | null;
  /** Base64 of a PNG of `width` × `height`, where the editor tells the selection's shape: brightness times alpha is selected. */
  selectionMask: string | null;
  sheet: Sheet;
}

/** The layer alone over the whole document, its own opacity and masks applied. */
export interface Sheet {
  canvas: HTMLCanvasElement;
  /** The canvas's: to read them again takes as long as to draw it. */
  pixels: ImageData;
}

export interface NewLayer {
  /** Such as "Brushover · starlit swirls". */
  name: string;
  x: number;
  y: number;
  width: number;
  height: number;
  /** The `layerId` of the captured layer; if it is missing or gone, the current layer. */
  above: string | null;
  /** Base64 of a PNG of `width` × `height`. */
  png: string;
}

/** How a picture got into the page, best first. */
export type InsertWay = 'layer' | 'paste' | 'drop' | 'clipboard' | 'download';

export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}
