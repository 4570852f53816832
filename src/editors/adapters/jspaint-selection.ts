import type { Rectangle } from '../editor-adapter';
import { createCanvas } from '../page/canvas';
import { selectionInDocument, type LayerFacts } from '../page/layer-capture';

/**
 * JS Paint's selection, and any picture that floats. What is selected is lifted out of the picture: the canvas has a hole there, and these
 * pixels are drawn above it.
 */
export interface JspaintSelection extends Rectangle {
  /** What is seen; without the background's colour, if the tool leaves that out. */
  canvas: HTMLCanvasElement;
  /** All of it, of the selection's shape. */
  source_canvas: HTMLCanvasElement;
  /** Shows it at its place, after that was changed. */
  position(): void;
}

interface HistoryNode {
  selection_x?: number;
  selection_y?: number;
}

/** Variables of its scripts, which are no properties of `window`. */
declare const selection: JspaintSelection | null | undefined;
declare const current_history_node: HistoryNode | null | undefined;

/** Pictures that were inserted here select nothing. */
const ownFloats = new WeakSet<JspaintSelection>();

export function currentSelection(): JspaintSelection | null {
  return typeof selection === 'undefined' ? null : (selection ?? null);
}

/** The picture as it is seen: with what is lifted out of it, or floats above it. */
export function drawWithSelection(picture: HTMLCanvasElement): HTMLCanvasElement {
  const { canvas, context } = createCanvas(picture.width, picture.height);
  context.drawImage(picture, 0, 0);
  const lifted = currentSelection();
  if (lifted) context.drawImage(lifted.canvas, lifted.x, lifted.y, lifted.width, lifted.height);
  return canvas;
}

export function selectionFacts({ width, height }: HTMLCanvasElement): Pick<LayerFacts, 'selection' | 'mask'> {
  const lifted = currentSelection();
  if (!lifted || ownFloats.has(lifted)) return {};
  return { selection: selectionInDocument(lifted, width, height), mask: shapeOf(lifted, width, height) };
}

/** Pixels that are faint are selected all the same. */
function shapeOf({ source_canvas, x, y }: JspaintSelection, width: number, height: number): HTMLCanvasElement {
  const { canvas, context } = createCanvas(width, height);
  context.drawImage(source_canvas, x, y);
  const shape = context.getImageData(0, 0, width, height);
  for (let i = 0; i < shape.data.length; i += 4) shape.data.fill(shape.data[i + 3]! > 0 ? 255 : 0, i, i + 4);
  context.putImageData(shape, 0, 0);
  return canvas;
}

/** JS Paint floats what is pasted at the top left of what is visible. The step in its history is told, too. */
export function placeFloat(x: number, y: number): void {
  const float = currentSelection();
  if (!float) return;
  ownFloats.add(float);
  Object.assign(float, { x, y });
  float.position();
  if (typeof current_history_node === 'undefined' || !current_history_node) return;
  Object.assign(current_history_node, { selection_x: x, selection_y: y });
}
