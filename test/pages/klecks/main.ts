/**
 * A stub of Klecks: its layers are in reach of nobody. What it shows is a viewport with zoom, pan and a ground; its list is made anew after
 * each change; pictures are imported on top of all, and at 16 layers into the top one.
 */
import { GROUND_NAME, type EditorUnderTest } from '../editor-under-test';
import { contextOf, newCanvas, pixelsOf } from '../test-canvas';
import { changed, followChanges, newLayer, openDocument, picture, step, undo } from './document';
import { dialogs } from './import';
import { refreshList } from './layer-list';
import { redraw, view } from './viewport';

followChanges(() => {
  redraw();
  refreshList();
});

function add(name: string): void {
  picture.layers = [...picture.layers, newLayer(name, newCanvas())];
  picture.current = picture.layers.length - 1;
  changed();
}

const editorUnderTest: EditorUnderTest = {
  async open() {
    dialogs.areBlocked = false;
    Object.assign(view, { scale: 2, x: 50, y: 40 });
    openDocument();
    await listed();
  },
  layers: () => picture.layers.map(({ name, canvas }) => ({ name, pixels: pixelsOf(canvas) })),
  undo,
  select({ x, y, width, height }) {
    const corners = [[x, y], [x + width, y], [x + width, y + height], [x, y + height]] as const; // prettier-ignore
    picture.selection = corners;
    redraw();
  },
  selectShape(corners) {
    picture.selection = corners;
    redraw();
  },
  zoom(factor) {
    Object.assign(view, { scale: factor, x: -30.3 * factor, y: 17.6 });
    redraw();
  },
  async resize(width, height) {
    step(() => {
      Object.assign(picture, { width, height });
      picture.layers = picture.layers.map((layer) => {
        const canvas = newCanvas(width, height);
        contextOf(canvas).drawImage(layer.canvas, 0, 0);
        return { ...layer, canvas };
      });
    });
    await listed();
  },
  async chooseGround() {
    picture.current = picture.layers.findIndex(({ name }) => name === GROUND_NAME);
    changed();
    await listed();
  },
  async deleteCurrent() {
    step(() => {
      picture.layers = picture.layers.filter((_, i) => i !== picture.current);
      picture.current = 0;
    });
    await listed();
  },
  async hideCurrent() {
    picture.layers[picture.current].isVisible = false;
    changed();
    await listed();
  },
  async chooseEmpty() {
    add('Empty');
    await listed();
  },
  async fill() {
    while (picture.layers.length < 16) add('More');
    await listed();
  },
  setBusy(busy) {
    dialogs.areBlocked = busy;
  },
};
window.editorUnderTest = editorUnderTest;

/** Until the list is as the document. */
async function listed(): Promise<void> {
  await new Promise((resume) => setTimeout(resume, 5));
}
