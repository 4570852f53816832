import type { EditorAdapter } from '../editor-adapter';
import { canvasOfPng } from '../page/canvas';
import { busyEditor, noDocument } from '../page/errors';
import { captureOfDocumentCanvas } from '../page/layer-capture';
import { sheetOf } from '../page/picture';
import { currentSelection, drawWithSelection, placeFloat, selectionFacts } from './jspaint-selection';

/** What is used of the module that jspaint itself runs. */
interface JspaintFunctions {
  /** Leaves a floating selection at the top left of what is visible. */
  paste(picture: HTMLCanvasElement): void;
}

const LAYER = 'main-canvas';

/** https://jspaint.app has one canvas and no layers. */
export const jspaintAdapter: EditorAdapter = {
  id: 'jspaint',
  title: 'JS Paint',
  detect: () => findCanvas() !== null,
  describe() {
    const { width, height } = requireCanvas();
    const layers = [{ id: LAYER, name: 'Canvas', visible: true }];
    return { editor: this.id, title: this.title, documentName: document.title, width, height, layers, activeLayer: LAYER };
  },
  async capture() {
    const canvas = drawWithSelection(requireCanvas());
    const facts = { layerId: LAYER, layerName: 'Canvas', documentName: document.title };
    return captureOfDocumentCanvas(canvas, { ...facts, ...selectionFacts(canvas) });
  },
  async insert(layer) {
    const { width, height } = requireCanvas();
    const functions = await loadFunctions();
    // Larger than the document, it would ask whether that is to grow.
    const fits = layer.width <= width && layer.height <= height;
    const picture = fits ? await canvasOfPng(layer.png, layer.width, layer.height) : await sheetOf(layer, width, height);
    const before = currentSelection();
    functions.paste(picture);
    if (currentSelection() === before) throw busyEditor();
    placeFloat(fits ? layer.x : 0, fits ? layer.y : 0);
    return 'paste';
  },
  undoHint: () => 'floating',
};

function findCanvas(): HTMLCanvasElement | null {
  return document.querySelector<HTMLCanvasElement>('canvas.main-canvas');
}

function requireCanvas(): HTMLCanvasElement {
  const canvas = findCanvas();
  if (!canvas) throw noDocument();
  return canvas;
}

/** The address of a module that runs already gives the running one, not a copy. */
function loadFunctions(): Promise<JspaintFunctions> {
  const address = new URL('src/functions.js', document.baseURI).href;
  return import(/* @vite-ignore */ address) as Promise<JspaintFunctions>;
}

/*
To try it by hand: open https://jspaint.app, paste a photo, select a part of it free-form, zoom in and scroll; capture: the whole picture,
no hole in it, and “Only the selection” has its shape.
Insert: the new picture floats exactly over the old one; a click beside it fixes it, Ctrl+Z takes it away.
*/
