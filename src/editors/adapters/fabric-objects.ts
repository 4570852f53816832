import type { LayerDescription } from '../editor-adapter';
import { createCanvas } from '../page/canvas';
import { emptyLayer, groupLayer, hiddenLayer } from '../page/errors';

/** What fabric.js 4 to 7 have in common. https://fabricjs.com/api */
export interface FabricObject {
  type?: string;
  name?: string;
  text?: string;
  visible: boolean;
  /** Its blend mode. */
  globalCompositeOperation?: string;
  render(context: CanvasRenderingContext2D): void;
  set(attributes: object): unknown;
  setCoords(): unknown;
}

export interface FabricCanvas {
  lowerCanvasEl: HTMLCanvasElement;
  getObjects(): FabricObject[];
  getActiveObject(): FabricObject | null | undefined;
  add(...objects: FabricObject[]): unknown;
  getWidth(): number;
  getHeight(): number;
  getZoom(): number;
  requestRenderAll(): unknown;
  /** fabric 6 and newer. */
  moveObjectTo?(object: FabricObject, index: number): unknown;
  /** fabric 5 and older. */
  moveTo?(object: FabricObject, index: number): unknown;
}

/** fabric gives objects no ids, so they get numbers here, which last as long as the page. */
const ids = new WeakMap<FabricObject, string>();
let lastId = 0;

export function idOf(object: FabricObject): string {
  const id = ids.get(object) ?? `object-${++lastId}`;
  ids.set(object, id);
  return id;
}

export function nameOf(object: FabricObject): string {
  return object.name || object.text?.slice(0, 40) || object.type || 'Object';
}

export function describeObject(object: FabricObject): LayerDescription {
  return { id: idOf(object), name: nameOf(object), visible: object.visible };
}

/** The object alone over the whole document. @throws EditorError */
export function drawObject(object: FabricObject, width: number, height: number): HTMLCanvasElement {
  if (/^(group|active-?selection)$/i.test(object.type ?? '')) throw groupLayer(nameOf(object));
  if (!object.visible) throw hiddenLayer(nameOf(object));
  if (width < 1 || height < 1) throw emptyLayer(nameOf(object));
  const { canvas, context } = createCanvas(width, height);
  object.render(context);
  return canvas;
}

export function moveObject(canvas: FabricCanvas, object: FabricObject, index: number): void {
  if (canvas.moveObjectTo) canvas.moveObjectTo(object, index);
  else canvas.moveTo?.(object, index);
  canvas.requestRenderAll();
}
