/** The real TOAST UI Image Editor, its instance in a global as in its own examples. */
import { DOCUMENT, SHAPE, type EditorUnderTest } from '../editor-under-test';
import { newCanvas, pixelsOf, pixelsOfFile, contextOf, shapeCanvas, groundCanvas } from '../test-canvas';

interface TuiObject {
  name?: string;
  render(context: CanvasRenderingContext2D): void;
}
interface TuiEditor {
  loadImageFromURL(url: string, name: string): Promise<unknown>;
  addImageObject(url: string): Promise<{ id: number }>;
  addText(text: string, options: object): Promise<{ id: number }>;
  removeObject(id: number): Promise<unknown>;
  setObjectPosition(id: number, position: object): Promise<unknown>;
  clearUndoStack(): void;
  discardSelection(): void;
  undo(): Promise<unknown>;
  toDataURL(): string;
  resizeCanvasDimension(size: { width: number; height: number }): Promise<unknown>;
  _graphics: {
    getCanvas(): { getObjects(): TuiObject[]; getActiveObject(): TuiObject; setActiveObject(object: TuiObject): void };
    getObjectId(object: TuiObject): number;
    getCanvasImage(): TuiObject;
    getObject(id: number): TuiObject;
  };
  _invoker: { lock(): void; unlock(): void };
}
declare const tui: { ImageEditor: new (selector: string, options: object) => TuiEditor };

const imageEditor = new tui.ImageEditor('#editor', { cssMaxWidth: 700, cssMaxHeight: 500, usageStatistics: false });
Object.assign(window, { imageEditor });

const editorUnderTest: EditorUnderTest = {
  async open() {
    imageEditor._invoker.unlock();
    await imageEditor.loadImageFromURL(groundCanvas().toDataURL(), 'Ground');
    const { id } = await imageEditor.addImageObject(shapeCanvas().toDataURL());
    await imageEditor.setObjectPosition(id, { x: SHAPE.x, y: SHAPE.y, originX: 'left', originY: 'top' });
    const shape = imageEditor._graphics.getObject(id);
    shape.name = 'Shape';
    imageEditor._graphics.getCanvas().setActiveObject(shape);
    imageEditor.clearUndoStack();
  },
  async openPhoto(url) {
    await imageEditor.loadImageFromURL(url, 'Photo');
    imageEditor.clearUndoStack();
  },
  layers() {
    const photo = imageEditor._graphics.getCanvasImage();
    const objects = imageEditor._graphics
      .getCanvas()
      .getObjects()
      .filter((object) => object !== photo);
    return [photo, ...objects].map((object) => ({
      name: object === photo ? 'Ground' : (object.name ?? ''),
      pixels: pixelsOf(drawn(object)),
    }));
  },
  saved: async () => ({ pixels: await pixelsOfFile(imageEditor.toDataURL()) }),
  undo: async () => void (await imageEditor.undo()),
  resize: async (width, height) => void (await imageEditor.resizeCanvasDimension({ width, height })),
  // Only objects can be chosen: with none chosen, the photo is current.
  chooseGround: () => imageEditor.discardSelection(),
  deleteCurrent: async () =>
    void (await imageEditor.removeObject(imageEditor._graphics.getObjectId(imageEditor._graphics.getCanvas().getActiveObject()))),
  async chooseText() {
    const { id } = await imageEditor.addText('Brushover', { position: { x: 10, y: 10 }, styles: { fontSize: 20 } });
    imageEditor._graphics.getCanvas().setActiveObject(imageEditor._graphics.getObject(id));
  },
  setBusy: (busy) => (busy ? imageEditor._invoker.lock() : imageEditor._invoker.unlock()),
};
window.editorUnderTest = editorUnderTest;

function drawn(object: TuiObject): HTMLCanvasElement {
  const canvas = newCanvas(DOCUMENT.width, DOCUMENT.height);
  object.render(contextOf(canvas));
  return canvas;
}
