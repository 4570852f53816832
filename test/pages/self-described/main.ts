/** The editor that the example of docs/for-editor-authors.md is written for: its layers, its history, its canvas. */
import { DOCUMENT, GROUND_NAME, SHAPE, SHAPE_NAME, type Area, type EditorUnderTest } from '../editor-under-test';
import { contextOf, foreignPhoto, groundCanvas, newCanvas, pathOf, pixelsOf, shapeCanvas } from '../test-canvas';

interface Layer {
  id: string;
  name: string;
  canvas: HTMLCanvasElement | OffscreenCanvas;
  x: number;
  y: number;
  opacity: number;
  isVisible: boolean;
  isGroup: boolean;
}

const editor = {
  isOpen: false,
  isDialogOpen: false,
  name: 'Test document',
  ...DOCUMENT,
  layers: [] as Layer[],
  current: null as Layer | null,
  selection: null as (Area & { mask?: HTMLCanvasElement }) | null,
  past: [] as { name: string; layers: Layer[]; current: Layer | null }[],
  change(name: string, action: () => void) {
    editor.past.push({ name, layers: [...editor.layers], current: editor.current });
    action();
    render();
  },
};
Object.assign(window, { editor });

function addLayer(name: string, canvas: HTMLCanvasElement, { x, y } = { x: 0, y: 0 }): Layer {
  const layer = { id: crypto.randomUUID(), name, canvas, x, y, opacity: 1, isVisible: true, isGroup: false };
  editor.layers = [...editor.layers, layer];
  editor.current = layer;
  return layer;
}

function draw(context: CanvasRenderingContext2D, layers: Layer[]): void {
  for (const { canvas, x, y, opacity, isVisible } of layers) {
    context.globalAlpha = isVisible ? opacity : 0;
    context.drawImage(canvas, x, y);
  }
}

function render(): void {
  const [picture] = document.querySelectorAll<HTMLCanvasElement>('.picture');
  Object.assign(picture, { width: editor.width, height: editor.height });
  draw(contextOf(picture), editor.layers);
}

function sheetOf(layer: Layer): HTMLCanvasElement {
  const sheet = newCanvas();
  draw(contextOf(sheet), [{ ...layer, isVisible: true }]);
  return sheet;
}

const editorUnderTest: EditorUnderTest = {
  async open() {
    Object.assign(editor, { ...DOCUMENT, isOpen: true, isDialogOpen: false, layers: [], selection: null, past: [] });
    addLayer(GROUND_NAME, groundCanvas());
    const shape = addLayer(SHAPE_NAME, shapeCanvas(), SHAPE);
    addLayer('Top', newCanvas());
    editor.current = shape;
    render();
  },
  layers: () => editor.layers.map((layer) => ({ name: layer.name, pixels: pixelsOf(sheetOf(layer)) })),
  undo() {
    const { layers, current } = editor.past.pop() ?? editor;
    Object.assign(editor, { layers, current });
    render();
  },
  select(area) {
    editor.selection = area;
  },
  selectShape(corners) {
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
    const [x, y] = [Math.min(...xs), Math.min(...ys)];
    const mask = newCanvas(Math.max(...xs) - x, Math.max(...ys) - y);
    // White on black, which is one of the two ways.
    contextOf(mask).fillRect(0, 0, mask.width, mask.height);
    contextOf(mask).fillStyle = '#fff';
    contextOf(mask).translate(-x, -y);
    contextOf(mask).fill(pathOf(corners));
    editor.selection = { x, y, width: mask.width, height: mask.height, mask };
  },
  resize(width, height) {
    Object.assign(editor, { width, height });
    render();
  },
  close() {
    editor.isOpen = false;
  },
  chooseGround() {
    editor.current = editor.layers[0];
  },
  deleteCurrent() {
    editor.layers = editor.layers.filter((layer) => layer !== editor.current);
    editor.current = editor.layers[0];
  },
  hideCurrent() {
    if (editor.current) editor.current.isVisible = false;
  },
  chooseEmpty: () => void addLayer('Empty', newCanvas()),
  chooseGroup() {
    addLayer('Group', newCanvas()).isGroup = true;
  },
  chooseText: () => void addLayer('Text', shapeCanvas(), SHAPE),
  async taint() {
    if (editor.current) contextOf(editor.current.canvas as HTMLCanvasElement).drawImage(await foreignPhoto(), 0, 0);
  },
  setBusy(busy) {
    editor.isDialogOpen = busy;
  },
};
window.editorUnderTest = editorUnderTest;
