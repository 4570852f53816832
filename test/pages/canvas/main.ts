/**
 * A drawing page with one canvas: takes pasted pictures at the top left, and undoes them. `?webgl` draws with WebGL, anew after each change of
 * size, and keeps no buffer; `?deaf` takes no paste, `?drops` takes drops; `?stack` draws on two canvases in one place, as painting programs do.
 */
import { DOCUMENT, type EditorUnderTest } from '../editor-under-test';
import { contextOf, foreignPhoto, newCanvas, pixelsOf, resizeCanvas, shapeSheet } from '../test-canvas';
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

/** Where strokes go: the upper one, if there are two. */
const sheet = options.has('stack') ? stackCanvases() : canvas;

function draw(picture: HTMLCanvasElement): void {
  drawn = picture;
  if (options.has('webgl')) return drawWithWebGL(canvas, picture);
  drawPart(canvas, picture, sheet === canvas ? 0 : 1);
  if (sheet !== canvas) drawPart(sheet, picture, 2);
}

/** All of it, or its left or its right half. */
function drawPart(target: HTMLCanvasElement, picture: HTMLCanvasElement, part: 0 | 1 | 2): void {
  const { width, height } = target;
  contextOf(target).clearRect(0, 0, width, height);
  contextOf(target).drawImage(picture, 0, 0);
  if (part === 1) contextOf(target).clearRect(DOCUMENT.width / 2, 0, width, height);
  if (part === 2) contextOf(target).clearRect(0, 0, DOCUMENT.width / 2, height);
}

/** The upper one comes first in the page and lets the pointer through; above both lies one that nobody sees. */
function stackCanvases(): HTMLCanvasElement {
  const [upper, unseen] = [newCanvas(), newCanvas()];
  contextOf(unseen).fillRect(0, 0, DOCUMENT.width, DOCUMENT.height);
  const box = document.createElement('div');
  box.style.cssText = 'position: relative; width: 384px; height: 256px';
  canvas.replaceWith(box);
  box.append(upper, unseen, canvas);
  for (const one of [upper, unseen, canvas])
    one.style.cssText = 'position: absolute; left: 0; top: 0; width: 384px; height: 256px; background: none';
  Object.assign(upper.style, { zIndex: '2', pointerEvents: 'none' });
  Object.assign(unseen.style, { zIndex: '3', opacity: '0' });
  return upper;
}

async function take(file: File): Promise<void> {
  const context = contextOf(sheet);
  const before = context.getImageData(0, 0, sheet.width, sheet.height);
  undoSteps.push(() => context.putImageData(before, 0, 0));
  context.drawImage(await createImageBitmap(file), 0, 0);
  document.body.dataset.pasted = 'true';
}

const editorUnderTest: EditorUnderTest = {
  async open() {
    for (const one of [canvas, sheet]) Object.assign(one, DOCUMENT);
    undoSteps = [];
    draw(shapeSheet());
  },
  layers() {
    if (options.has('webgl')) draw(drawn);
    if (sheet === canvas) return [{ name: document.title, pixels: pixelsOf(canvas) }];
    const both = newCanvas();
    for (const one of [canvas, sheet]) contextOf(both).drawImage(one, 0, 0);
    return [{ name: document.title, pixels: pixelsOf(both) }];
  },
  undo: () => undoSteps.pop()?.(),
  resize(width, height) {
    if (options.has('webgl')) return void Object.assign(canvas, { width, height });
    for (const one of new Set([canvas, sheet])) resizeCanvas(one, width, height);
  },
  close: () => document.querySelectorAll('canvas').forEach((one) => one.remove()),
  chooseEmpty() {
    draw(newCanvas());
  },
  async taint() {
    contextOf(canvas).drawImage(await foreignPhoto(), 0, 0);
  },
};
window.editorUnderTest = editorUnderTest;
