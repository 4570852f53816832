import type { EditorAdapter, NewLayer } from '../editor-adapter';
import { canvasOfPng, createCanvas } from '../page/canvas';
import { noDocument } from '../page/errors';
import { giveToPage } from '../page/give-to-page';
import { captureOfDocumentCanvas } from '../page/layer-capture';
import { pngUrl } from '../page/picture';

const LAYER = 'scene';

/** Excalidraw's scene is out of reach from outside: what is on screen is captured, and the picture is pasted as one of its elements. */
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
    await canvasOfPng(layer.png, 1, 1);
    const { place, size } = onScreen(layer);
    if (pasteElement(layer, place, size)) return 'paste';
    const { left, top } = requireRoot().getBoundingClientRect();
    return giveToPage(layer, requireRoot(), { ways: ['drop', 'clipboard', 'download'], at: { x: place.x - left, y: place.y - top } });
  },
  undoHint: (way) => (way === 'paste' ? 'excalidraw' : 'lookAtPage'),
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

/** The middle of the picture in CSS pixels of the window, and its size in the scene's units. */
function onScreen({ x, y, width, height }: NewLayer): { place: { x: number; y: number }; size: { width: number; height: number } } {
  const canvas = requireCanvas();
  const box = canvas.getBoundingClientRect();
  const scale = box.width / canvas.width;
  const zoom = parseFloat(requireRoot().querySelector('.reset-zoom-button')?.textContent ?? '') / 100 || 1;
  return {
    place: { x: box.left + (x + width / 2) * scale, y: box.top + (y + height / 2) * scale },
    size: { width: (width * scale) / zoom, height: (height * scale) / zoom },
  };
}

/**
 * As if an element were copied from another drawing, which keeps its size: a picture file would be made smaller than the
 * window. Excalidraw takes it only while it has the focus and the pointer is over its canvas, and centres it on the pointer.
 */
function pasteElement({ png }: NewLayer, { x, y }: { x: number; y: number }, size: { width: number; height: number }): boolean {
  const root = requireRoot();
  if (!(root instanceof HTMLElement)) return false;
  root.focus();
  root.dispatchEvent(new PointerEvent('pointermove', { clientX: x, clientY: y, bubbles: true }));
  const covers = elementsAbove(x, y);
  if (!covers || !root.contains(document.activeElement)) return false;
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', clipboardTextOf(png, size));
  const states = covers.map((cover) => cover.style.pointerEvents);
  for (const cover of covers) cover.style.pointerEvents = 'none';
  root.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  covers.forEach((cover, i) => (cover.style.pointerEvents = states[i]!));
  return true;
}

/** What Excalidraw's tools cover the canvas with there; null if there is no canvas, as beyond the window's edge. */
function elementsAbove(x: number, y: number): HTMLElement[] | null {
  const stack = document.elementsFromPoint(x, y);
  const canvas = stack.findIndex((element) => element instanceof HTMLCanvasElement);
  return canvas < 0 ? null : stack.slice(0, canvas).filter((element) => element instanceof HTMLElement);
}

/** Excalidraw's own clipboard format; it fills in the attributes that are missing. */
function clipboardTextOf(png: string, size: { width: number; height: number }): string {
  const id = crypto.randomUUID();
  const element = { id, type: 'image', fileId: id, status: 'saved', x: 0, y: 0, ...size, scale: [1, 1] };
  const file = { id, mimeType: 'image/png', dataURL: pngUrl(png), created: Date.now() };
  return JSON.stringify({ type: 'excalidraw/clipboard', elements: [element], files: { [id]: file } });
}

function requireRoot(): Element {
  return requireCanvas().closest('.excalidraw') ?? document.body;
}

/*
To try it by hand: open https://excalidraw.com, put a photo on the drawing, capture: what is on screen.
Insert: the new picture lies where the captured part was; one Ctrl+Z removes it.
*/
