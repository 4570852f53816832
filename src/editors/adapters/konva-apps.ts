/** Apps on Konva that tell nothing of their document. */
import type KonvaApi from 'konva';
import { attributesOf } from './konva-attributes';

/** Beyond that a thumbnail of a large photo would make the document huge. */
const MOST_PER_UNIT = 8;
const MOST_SIDE = 16_384;

/**
 * How many pixels one unit of the stage is worth: such an app shows a photo at the size that its window has room for, while the photo has
 * more pixels. An editor that names its document's size means pixels. 1 where nothing is shrunk.
 */
export function pixelsPerUnit(stage: KonvaApi.Stage): number {
  if (attributesOf(stage).documentWidth !== undefined) return 1;
  const densities = stage.find<KonvaApi.Image>('Image').map((node) => densityOf(node, stage));
  const longest = Math.max(stage.width() / stage.scaleX(), stage.height() / stage.scaleY());
  return Math.min(MOST_PER_UNIT, MOST_SIDE / longest, Math.max(1, ...densities));
}

function densityOf(node: KonvaApi.Image, stage: KonvaApi.Stage): number {
  const image: CanvasImageSource | undefined = node.image();
  if (!image || !node.isVisible() || node.width() === 0) return 1;
  const pixels = image instanceof HTMLImageElement ? image.naturalWidth : Number('width' in image ? image.width : 0);
  const shown = (node.width() * Math.abs(node.getAbsoluteScale().x)) / stage.scaleX();
  const cropped = node.cropWidth() || pixels;
  return shown > 0 ? cropped / shown : 1;
}

/** React keeps a mark of its own on the elements that it made. */
export function isKeptByReact(stage: KonvaApi.Stage): boolean {
  if (attributesOf(stage).activeLayer !== undefined) return false;
  return Object.keys(stage.container()).some((key) => /^__react(Fiber|Container|InternalInstance)\$/.test(key));
}
