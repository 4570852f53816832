/** A page that shows a picture and takes nothing. */
import type { EditorUnderTest } from '../editor-under-test';
import { pixelsOf, shapeSheet } from '../test-canvas';

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
    image.src = `${location.origin.replace('127.0.0.1', 'localhost')}/photos/photo-cat.jpg`;
    await image.decode();
  },
};
window.editorUnderTest = editorUnderTest;
