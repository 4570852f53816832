/** A drawing page with one canvas: takes pasted pictures at the top left, and undoes them. `?webgl` draws once with WebGL and keeps no buffer; `?deaf` takes nothing. */
import { DOCUMENT, type EditorUnderTest } from '../editor-under-test';
import { contextOf, foreignPhoto, newCanvas, pixelsOf, shapeSheet } from '../test-canvas';
import { drawWithWebGL } from './webgl';

const options = new URLSearchParams(location.search);
const [canvas] = document.querySelectorAll<HTMLCanvasElement>('canvas');
let undoSteps: (() => void)[] = [];

document.addEventListener('paste', (event) => {
  const file = event.clipboardData?.files[0];
  if (!file || options.has('deaf')) return;
  event.preventDefault();
  void take(file);
});

async function take(file: File): Promise<void> {
  const context = contextOf(canvas);
  const before = context.getImageData(0, 0, canvas.width, canvas.height);
  undoSteps.push(() => context.putImageData(before, 0, 0));
  context.drawImage(await createImageBitmap(file), 0, 0);
  document.body.dataset.pasted = 'true';
}

const editorUnderTest: EditorUnderTest = {
  async open() {
    Object.assign(canvas, DOCUMENT);
    undoSteps = [];
    if (options.has('webgl')) drawWithWebGL(canvas, shapeSheet());
    else contextOf(canvas).drawImage(shapeSheet(), 0, 0);
  },
  layers: () => [{ name: document.title, pixels: pixelsOf(canvas) }],
  undo: () => undoSteps.pop()?.(),
  resize: (width, height) => void Object.assign(canvas, { width, height }),
  close: () => canvas.remove(),
  chooseEmpty() {
    if (options.has('webgl')) drawWithWebGL(canvas, newCanvas());
    else contextOf(canvas).clearRect(0, 0, canvas.width, canvas.height);
  },
  async taint() {
    contextOf(canvas).drawImage(await foreignPhoto(), 0, 0);
  },
};
window.editorUnderTest = editorUnderTest;
