/** A stub of JS Paint: one canvas, and `src/functions.js` as the live module. */
import { DOCUMENT, type EditorUnderTest } from '../editor-under-test';
import { contextOf, pixelsOf, shapeSheet } from '../test-canvas';

interface Functions {
  settle(): void;
  undo(): void;
  forget(): void;
}

const [canvas] = document.querySelectorAll<HTMLCanvasElement>('canvas.main-canvas');
const functions = (await import(new URL('src/functions.js', document.baseURI).href)) as Functions;

const editorUnderTest: EditorUnderTest = {
  async open() {
    Object.assign(canvas, DOCUMENT);
    contextOf(canvas).drawImage(shapeSheet(), 0, 0);
    functions.forget();
  },
  layers() {
    functions.settle();
    return [{ name: 'Canvas', pixels: pixelsOf(canvas) }];
  },
  undo: () => functions.undo(),
  resize: (width, height) => void Object.assign(canvas, { width, height }),
  chooseEmpty: () => contextOf(canvas).clearRect(0, 0, canvas.width, canvas.height),
  close: () => canvas.remove(),
};
window.editorUnderTest = editorUnderTest;
