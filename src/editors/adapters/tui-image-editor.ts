import type { EditorAdapter } from '../editor-adapter';
import { EditorError } from '../editor-error';
import { busyEditor, noDocument } from '../page/errors';
import { findGlobal } from '../page/find-global';
import { captureOfDocumentCanvas } from '../page/layer-capture';
import { imageOf, pngUrl } from '../page/picture';
import { describeObject, drawObject, idOf, moveObject, nameOf, type FabricCanvas, type FabricObject } from './fabric-objects';

/** What is used of TOAST UI Image Editor 3.15; `_graphics` is not in its documentation. */
interface TuiImageEditor {
  addImageObject(url: string): Promise<{ id: number }>;
  getImageName(): string;
  toDataURL(): string;
  undo(): Promise<unknown>;
  _graphics: {
    getCanvas(): FabricCanvas;
    getCanvasImage(): FabricObject | null;
    getObject(id: number): FabricObject;
    /** The editor's own method of this name would be an undo step of its own. */
    setObjectPosition(id: number, position: { x: number; y: number; originX: string; originY: string }): boolean;
  };
}

/** The photo is the lowest layer; pictures, texts and shapes that were added lie above it. */
export const tuiImageEditorAdapter: EditorAdapter = {
  id: 'tui-image-editor',
  title: 'TOAST UI Image Editor',
  detect: () => findEditor() !== null,
  describe() {
    const editor = requireEditor();
    const { width, height, photo, objects, current } = partsOf(editor);
    return {
      editor: this.id,
      title: this.title,
      documentName: editor.getImageName(),
      width,
      height,
      layers: [{ id: idOf(photo), name: editor.getImageName(), visible: true }, ...objects.map(describeObject)],
      activeLayer: idOf(current),
    };
  },
  async capture(wanted) {
    const editor = requireEditor();
    const { width, height, photo, objects, current } = partsOf(editor);
    const layer = [photo, ...objects].find((object) => idOf(object) === wanted) ?? current;
    const layerName = layer === photo ? editor.getImageName() : nameOf(layer);
    return captureOfDocumentCanvas(drawObject(layer, width, height), {
      layerId: idOf(layer),
      layerName,
      documentName: editor.getImageName(),
    });
  },
  async insert({ name, x, y, above, width, height, png }) {
    const editor = requireEditor();
    const { canvas, objects, current } = partsOf(editor);
    const below = objects.find((object) => idOf(object) === above) ?? current;
    await imageOf(pngUrl(png));
    const { id } = await addObject(editor, pngUrl(png));
    const object = editor._graphics.getObject(id);
    object.set({ name, scaleX: 1, scaleY: 1, width, height });
    editor._graphics.setObjectPosition(id, { x, y, originX: 'left', originY: 'top' });
    moveObject(canvas, object, objects.indexOf(below) + 1);
    return 'layer';
  },
  undoHint: () => 'undoButton',
};

function findEditor(): TuiImageEditor | null {
  const tui: { ImageEditor?: new () => TuiImageEditor } | undefined = Reflect.get(window, 'tui');
  const ImageEditor = tui?.ImageEditor;
  return ImageEditor ? findGlobal((value) => (value instanceof ImageEditor ? value : null)) : null;
}

function requireEditor(): TuiImageEditor {
  const editor = findEditor();
  if (!editor?._graphics.getCanvasImage()) throw noDocument();
  return editor;
}

function partsOf(editor: TuiImageEditor) {
  const canvas = editor._graphics.getCanvas();
  const photo = editor._graphics.getCanvasImage();
  if (!photo) throw noDocument();
  // The photo may be among the objects: it is fabric's background or an object, as the version has it.
  const objects = canvas.getObjects().filter((object) => object !== photo);
  return { canvas, photo, objects, current: canvas.getActiveObject() ?? photo, width: canvas.getWidth(), height: canvas.getHeight() };
}

async function addObject(editor: TuiImageEditor, url: string): Promise<{ id: number }> {
  try {
    return await editor.addImageObject(url);
  } catch (error) {
    if (error instanceof EditorError) throw error;
    throw busyEditor();
  }
}

/*
To try it by hand: open https://ui.toast.com/tui-image-editor, load a sample, capture: the photo alone.
Insert: the picture lies on the photo as an object; the editor's Undo removes it. (The editor must be a global of its page.)
*/
