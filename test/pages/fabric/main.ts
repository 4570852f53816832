/**
 * The real fabric.js, bundled, its canvas in a global as in its examples; with an undo of its own, as apps on it have.
 * "?closure" makes the library the global instead, as in apps that keep their canvas to themselves.
 */
import * as fabric from 'fabric';
import { Canvas, FabricImage, FabricText, Group, StaticCanvas, type FabricObject } from 'fabric';
import { DOCUMENT, GROUND_NAME, SHAPE, SHAPE_NAME, type EditorUnderTest } from '../editor-under-test';
import { contextOf, foreignPhoto, groundCanvas, newCanvas, pixelsOf, shapeCanvas } from '../test-canvas';

const canvas = new Canvas('picture', { ...DOCUMENT, preserveObjectStacking: true });
Object.assign(window, location.search === '?closure' ? { fabric } : { canvas });

type Named = FabricObject & { name?: string };
let undoSteps: FabricObject[] = [];
canvas.on('object:added', ({ target }) => undoSteps.push(target));

const editorUnderTest: EditorUnderTest = {
  async open() {
    canvas.clear();
    canvas.setDimensions(DOCUMENT);
    canvas.setZoom(1);
    const shape = imageOf(SHAPE_NAME, shapeCanvas(), SHAPE.x, SHAPE.y);
    canvas.add(imageOf(GROUND_NAME, groundCanvas(), 0, 0), shape, imageOf('Top', newCanvas(), 0, 0));
    canvas.setActiveObject(shape);
    canvas.renderAll();
    undoSteps = [];
  },
  async openPhoto(url) {
    canvas.clear();
    const photo = Object.assign(await FabricImage.fromURL(url), { name: 'Photo' });
    photo.set({ left: 40, top: 40, originX: 'left', originY: 'top' });
    canvas.setDimensions({ width: photo.width + 80, height: photo.height + 80 });
    canvas.add(photo);
    canvas.setActiveObject(photo);
    canvas.renderAll();
  },
  layers: () => canvas.getObjects().map((object: Named) => ({ name: object.name ?? '', pixels: pixelsOf(drawn(object)) })),
  /** As apps on it save their documents. */
  async saved() {
    const opened = new StaticCanvas(undefined, { ...DOCUMENT, enableRetinaScaling: false });
    await opened.loadFromJSON(JSON.stringify(canvas.toJSON()));
    opened.renderAll();
    return { pixels: pixelsOf(opened.lowerCanvasEl) };
  },
  undo() {
    const last = undoSteps.pop();
    if (last) canvas.remove(last);
  },
  resize: (width, height) => canvas.setDimensions({ width, height }),
  zoom(factor) {
    canvas.setZoom(factor);
    canvas.setDimensions({ width: DOCUMENT.width * factor, height: DOCUMENT.height * factor });
  },
  close: () => canvas.wrapperEl.remove(),
  chooseGround: () => void canvas.setActiveObject(canvas.getObjects()[0]),
  deleteCurrent() {
    const current = canvas.getActiveObject();
    canvas.discardActiveObject();
    if (current) canvas.remove(current);
  },
  lockCurrent: () => canvas.getActiveObject()?.set({ lockMovementX: true, lockMovementY: true, lockScalingX: true, lockScalingY: true }),
  blendCurrent: (mode) => void canvas.getActiveObject()?.set({ globalCompositeOperation: mode }),
  blends: () => Object.fromEntries(canvas.getObjects().map((object: Named) => [object.name ?? '', object.globalCompositeOperation])),
  hideCurrent: () => void canvas.getActiveObject()?.set({ visible: false }),
  chooseEmpty() {
    const empty = imageOf('Empty', newCanvas(), 0, 0);
    canvas.add(empty);
    canvas.setActiveObject(empty);
  },
  chooseGroup() {
    const group = new Group([imageOf('Part', shapeCanvas(), 0, 0)]);
    canvas.add(group);
    canvas.setActiveObject(group);
  },
  chooseText() {
    const text = new FabricText('Brushover', { left: 10, top: 10, fontSize: 20 });
    canvas.add(text);
    canvas.setActiveObject(text);
  },
  async taint() {
    const photo = new FabricImage(await foreignPhoto());
    canvas.add(photo);
    canvas.setActiveObject(photo);
  },
};
window.editorUnderTest = editorUnderTest;

function imageOf(name: string, picture: HTMLCanvasElement, left: number, top: number): Named {
  return Object.assign(new FabricImage(picture, { left, top, originX: 'left', originY: 'top' }), { name });
}

function drawn(object: FabricObject): HTMLCanvasElement {
  const sheet = newCanvas();
  object.render(contextOf(sheet));
  return sheet;
}
