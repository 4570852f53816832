/** A page that shows a picture and takes nothing. */
import type { EditorUnderTest } from '../editor-under-test';
import { foreignPhoto, pixelsOf, shapeSheet } from '../test-canvas';

const [image] = document.querySelectorAll<HTMLImageElement>('img');

const editorUnderTest: EditorUnderTest = {
  async open() {
    image.src = shapeSheet().toDataURL();
    await image.decode();
  },
  layers: () => [{ name: image.alt, pixels: pixelsOf(image) }],
  undo: () => undefined,
  close: () => image.remove(),
  async taint() {
    image.src = (await foreignPhoto()).src;
    await image.decode();
  },
};
window.editorUnderTest = editorUnderTest;
