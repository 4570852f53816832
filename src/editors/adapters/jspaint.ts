import type { EditorAdapter } from '../editor-adapter';
import { canvasOfPng, createCanvas } from '../page/canvas';
import { noDocument } from '../page/errors';
import { captureOfDocumentCanvas } from '../page/layer-capture';
import { sheetOf } from '../page/picture';

/** What is used of the module that jspaint itself runs. */
interface JspaintFunctions {
  /** Leaves a floating selection at the top left of what is visible. */
  paste(picture: HTMLCanvasElement): void;
  undoable(entry: { name: string }, action: () => void): void;
  undo(): void;
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
    const source = requireCanvas();
    const { canvas, context } = createCanvas(source.width, source.height);
    context.drawImage(source, 0, 0);
    return captureOfDocumentCanvas(canvas, { layerId: LAYER, layerName: 'Canvas', documentName: document.title });
  },
  async insert(layer) {
    const { width, height } = requireCanvas();
    const functions = await loadFunctions();
    // A picture of the document's size can only float in one place: the right one.
    const fits = layer.width === width && layer.height === height;
    functions.paste(fits ? await canvasOfPng(layer.png, width, height) : await sheetOf(layer, width, height));
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
To try it by hand: open https://jspaint.app, paste a photo, capture: the whole picture.
Insert: the new picture floats exactly over the old one; a click beside it fixes it, Ctrl+Z takes it away.
*/
