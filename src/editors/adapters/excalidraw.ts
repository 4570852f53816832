import type { EditorAdapter } from '../editor-adapter';
import { createCanvas } from '../page/canvas';
import { noDocument } from '../page/errors';
import { giveToPage } from '../page/give-to-page';
import { captureOfDocumentCanvas } from '../page/layer-capture';

const LAYER = 'scene';

/** Excalidraw's scene is out of reach from outside: what is on screen is captured, and the picture is dropped onto it. */
export const excalidrawAdapter: EditorAdapter = {
  id: 'excalidraw',
  title: 'Excalidraw',
  detect: () => findCanvas() !== null,
  describe() {
    const { width, height } = requireCanvas();
    const layers = [{ id: LAYER, name: 'Drawing', visible: true }];
    return { editor: this.id, title: this.title, documentName: document.title, width, height, layers, activeLayer: LAYER };
  },
  async capture() {
    const source = requireCanvas();
    const { canvas, context } = createCanvas(source.width, source.height);
    context.drawImage(source, 0, 0);
    clearAroundDrawing(context);
    return captureOfDocumentCanvas(canvas, { layerId: LAYER, layerName: 'Drawing', documentName: document.title });
  },
  async insert(layer) {
    const canvas = requireCanvas();
    // Its canvas has the screen's pixels, its pointer events CSS ones; a dropped picture is centred on the pointer.
    const scale = canvas.getBoundingClientRect().width / canvas.width;
    const centre = { x: (layer.x + layer.width / 2) * scale, y: (layer.y + layer.height / 2) * scale };
    return giveToPage(layer, requireRoot(), { ways: ['drop', 'clipboard', 'download'], at: centre });
  },
  // Excalidraw 0.18 does not write dropped pictures into its history.
  undoHint: () => 'Click it in Excalidraw and press Delete to take it away.',
};

/** The lower of its two canvases; the upper one shows handles. */
function findCanvas(): HTMLCanvasElement | null {
  return document.querySelector<HTMLCanvasElement>('.excalidraw canvas.static');
}

function requireCanvas(): HTMLCanvasElement {
  const canvas = findCanvas();
  if (!canvas) throw noDocument();
  return canvas;
}

/** The drawing lies on a ground of one colour that fills the screen: what is beyond the drawing is no part of it. */
function clearAroundDrawing(context: CanvasRenderingContext2D): void {
  const { width, height } = context.canvas;
  const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
  const ground = pixels[0];
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let i = 0; i < pixels.length; i++) {
    if (pixels[i] === ground) continue;
    const [x, y] = [i % width, Math.floor(i / width)];
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x + 1), Math.max(bottom, y + 1)];
  }
  context.clearRect(0, 0, width, top);
  context.clearRect(0, bottom, width, height - bottom);
  context.clearRect(0, top, left, bottom - top);
  context.clearRect(right, top, width - right, bottom - top);
}

function requireRoot(): Element {
  return requireCanvas().closest('.excalidraw') ?? document.body;
}

/*
To try it by hand: open https://excalidraw.com, put a photo on the drawing, capture: what is on screen.
Insert: the new picture lies where the captured part was; a click on it and Delete remove it.
*/
