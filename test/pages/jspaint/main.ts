/** A stub of JS Paint: one canvas, `src/functions.js` as the live module, selections that are lifted out, pictures that float. */
import { DOCUMENT, type EditorUnderTest } from '../editor-under-test';
import { contextOf, pathOf, pixelsOf, resizeCanvas, shapeSheet } from '../test-canvas';

interface Functions {
  select(path: Path2D, x: number, y: number, width: number, height: number): void;
  settle(): void;
  magnify(factor: number): void;
  undo(): void;
  forget(): void;
}

const [canvas] = document.querySelectorAll<HTMLCanvasElement>('canvas.main-canvas');
const functions = (await import(new URL('src/functions.js', document.baseURI).href)) as Functions;

const editorUnderTest: EditorUnderTest = {
  async open() {
    functions.forget();
    Object.assign(canvas, DOCUMENT);
    contextOf(canvas).drawImage(shapeSheet(), 0, 0);
    functions.magnify(4);
  },
  layers() {
    functions.settle();
    return [{ name: 'Canvas', pixels: pixelsOf(canvas) }];
  },
  undo: () => functions.undo(),
  select({ x, y, width, height }) {
    const corners = [[x, y], [x + width, y], [x + width, y + height], [x, y + height]] as const; // prettier-ignore
    functions.select(pathOf(corners), x, y, width, height);
  },
  selectShape(corners) {
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
    const [x, y] = [Math.min(...xs), Math.min(...ys)];
    functions.select(pathOf(corners), x, y, Math.max(...xs) - x, Math.max(...ys) - y);
  },
  zoom: (factor) => functions.magnify(factor),
  resize: (width, height) => resizeCanvas(canvas, width, height),
  chooseEmpty: () => contextOf(canvas).clearRect(0, 0, canvas.width, canvas.height),
  close: () => canvas.remove(),
};
window.editorUnderTest = editorUnderTest;
