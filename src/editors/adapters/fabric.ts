import type { EditorAdapter, NewLayer } from '../editor-adapter';
import { canvasOfPng } from '../page/canvas';
import { noDocument, noLayer } from '../page/errors';
import { giveToPage } from '../page/give-to-page';
import { captureOfDocumentCanvas } from '../page/layer-capture';
import { findCanvas } from './fabric-canvas';
import { describeObject, drawObject, idOf, moveObject, nameOf, type FabricCanvas, type FabricObject } from './fabric-objects';

type ImageClass = new (image: HTMLCanvasElement, attributes: object) => FabricObject;

/** Apps built on fabric.js; the element itself does not lead to its canvas. */
export const fabricAdapter: EditorAdapter = {
  id: 'fabric',
  title: 'fabric.js editor',
  detect: () => findCanvas() !== null,
  describe() {
    const canvas = requireCanvas();
    const current = currentObject(canvas);
    return {
      editor: this.id,
      title: this.title,
      documentName: document.title,
      ...sizeOf(canvas),
      layers: canvas.getObjects().map(describeObject),
      activeLayer: current ? idOf(current) : null,
    };
  },
  async capture(wanted) {
    const canvas = requireCanvas();
    const object = canvas.getObjects().find((candidate) => idOf(candidate) === wanted) ?? currentObject(canvas);
    if (!object) throw noLayer();
    const { width, height } = sizeOf(canvas);
    const facts = { layerId: idOf(object), layerName: nameOf(object), documentName: document.title };
    return captureOfDocumentCanvas(drawObject(object, width, height), facts);
  },
  async insert(layer) {
    const canvas = requireCanvas();
    const Image = imageClassOf(canvas);
    if (!Image) return giveToPage(layer, canvas.lowerCanvasEl);
    const captured = canvas.getObjects().find((candidate) => idOf(candidate) === layer.above);
    const object = await createImage(layer, Image);
    if (captured?.globalCompositeOperation) object.set({ globalCompositeOperation: captured.globalCompositeOperation });
    const below = captured ?? currentObject(canvas);
    const index = below ? canvas.getObjects().indexOf(below) + 1 : canvas.getObjects().length;
    canvas.add(object);
    moveObject(canvas, object, index);
    return 'layer';
  },
  undoHint: (way) => (way === 'layer' ? 'fabric' : 'lookAtPage'),
};

function requireCanvas(): FabricCanvas {
  const canvas = findCanvas();
  if (!canvas) throw noDocument();
  return canvas;
}

function sizeOf(canvas: FabricCanvas): { width: number; height: number } {
  return { width: Math.round(canvas.getWidth() / canvas.getZoom()), height: Math.round(canvas.getHeight() / canvas.getZoom()) };
}

/** The selected one, else the topmost visible picture. */
function currentObject(canvas: FabricCanvas): FabricObject | undefined {
  const pictures = canvas.getObjects().filter((object) => isImage(object) && object.visible);
  return canvas.getActiveObject() ?? pictures[pictures.length - 1];
}

function isImage(object: FabricObject): boolean {
  return object.type?.toLowerCase() === 'image';
}

/** The library's global where a page has it, else the class of a picture that is there already. */
function imageClassOf(canvas: FabricCanvas): ImageClass | null {
  const library: { FabricImage?: ImageClass; Image?: ImageClass } | undefined = Reflect.get(window, 'fabric');
  const picture = canvas.getObjects().find(isImage);
  return library?.FabricImage ?? library?.Image ?? (picture ? (picture.constructor as ImageClass) : null);
}

async function createImage({ name, x, y, width, height, png }: NewLayer, Image: ImageClass): Promise<FabricObject> {
  const picture = await canvasOfPng(png, width, height);
  return new Image(picture, { name, left: x, top: y, originX: 'left', originY: 'top' });
}

/*
To try it by hand: open a page whose fabric canvas is a global, such as https://fabricjs.com/demos/image-filters/
(there `canvas` in the console). Click a picture, capture: only that picture. Insert: the new one lies on it.
*/
