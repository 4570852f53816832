/** A drawing page with one canvas: takes pasted pictures at the top left, and undoes them. `?webgl` draws with WebGL, anew after each change of size, and keeps no buffer; `?deaf` takes no paste, `?drops` takes drops. */
import { DOCUMENT, type EditorUnderTest } from '../editor-under-test';
import { contextOf, foreignPhoto, newCanvas, pixelsOf, shapeSheet } from '../test-canvas';
import { drawWithWebGL } from './webgl';

const options = new URLSearchParams(location.search);
const [canvas] = document.querySelectorAll<HTMLCanvasElement>('canvas');
let undoSteps: (() => void)[] = [];
let drawn = shapeSheet();

document.addEventListener('paste', (event) => {
  const file = event.clipboardData?.files[0];
  if (!file || options.has('deaf')) return;
  event.preventDefault();
  void take(file);
});

if (options.has('drops')) {
  canvas.addEventListener('dragover', (event) => event.preventDefault());
  canvas.addEventListener('drop', (event) => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) void take(file);
  });
}

if (options.has('webgl')) window.addEventListener('resize', () => draw(drawn));

function draw(picture: HTMLCanvasElement): void {
  drawn = picture;
  if (options.has('webgl')) return drawWithWebGL(canvas, picture);
  contextOf(canvas).clearRect(0, 0, canvas.width, canvas.height);
  contextOf(canvas).drawImage(picture, 0, 0);
}

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
    draw(shapeSheet());
  },
  layers() {
    if (options.has('webgl')) draw(drawn);
    return [{ name: document.title, pixels: pixelsOf(canvas) }];
  },
  undo: () => undoSteps.pop()?.(),
  resize: (width, height) => void Object.assign(canvas, { width, height }),
  close: () => canvas.remove(),
  chooseEmpty() {
    draw(newCanvas());
  },
  async taint() {
    contextOf(canvas).drawImage(await foreignPhoto(), 0, 0);
  },
};
window.editorUnderTest = editorUnderTest;
