import { initializeCanvas, readPsd, type Layer, type PixelData } from 'ag-psd';
import type { RgbaImage } from '../../nst/images/image';
import { UserFacingError } from '../../protocol/failure';
import { fitsMemory } from '../decode';
import type { FileLayer, LayeredFile } from './layered-file';
import { spliceLayer } from './psd-splice';

/** Pixels are read as arrays: a canvas would premultiply them. */
initializeCanvas(
  () => {
    throw new Error('Nothing is drawn here.');
  },
  (width, height) => ({ width, height, data: new Uint8ClampedArray(4 * width * height) }) as ImageData,
);

const RGB = 3;

interface Placed {
  layer: Layer;
  /** Of its record in the file, from the bottom. */
  index: number;
}

/** Adobe's PSD and PSB, of which Affinity, Krita and GIMP write their own. Throws a UserFacingError where it can't be written back. */
export function openPsd(bytes: Uint8Array): LayeredFile {
  assertReadable(bytes);
  const psd = readPsd(bytes, { useImageData: true, skipThumbnail: true });
  const placed = new Map<FileLayer, Placed>();
  const records = collect(psd.children ?? [], '', 0, placed);
  return {
    layers: [...placed.keys()].reverse(),
    pictureOf: (layer) => pictureOf(placed.get(layer)!.layer),
    async withLayerAbove(layer, picture, name) {
      const written = spliceLayer(bytes, placed.get(layer)!.index, records, { name, x: layer.x, y: layer.y, picture });
      if (written) return written;
      throw new UserFacingError(
        'psd-structure',
        'This document is built in an unusual way; save it anew in its own program, then choose it again.',
      );
    },
  };
}

/** By the header alone (Adobe Photoshop File Formats, "File header section"), before anything is unpacked. */
function assertReadable(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [height, width, depth, mode] = [view.getUint32(14), view.getUint32(18), view.getUint16(22), view.getUint16(24)];
  if (!fitsMemory(width, height)) {
    throw new UserFacingError('huge-image', `This document has ${width} × ${height} pixels, which is too large; make it smaller first.`);
  }
  if (mode !== RGB || depth !== 8) {
    throw new UserFacingError(
      'psd-colours',
      'Only Photoshop documents in RGB with 8 bits a channel can be worked on; convert a copy of it (Image › Mode), then choose that.',
    );
  }
}

/** From the bottom to the top; a group has a record below its layers and one above them. Returns the next record's index. */
function collect(siblings: readonly Layer[], folder: string, first: number, into: Map<FileLayer, Placed>): number {
  let index = first;
  for (const layer of siblings) {
    const path = folder + (layer.name ?? '');
    if (layer.children) index = collect(layer.children, `${path}/`, index + 1, into);
    const { imageData, left = 0, top = 0 } = layer;
    if (imageData && imageData.width > 0 && !layer.children) {
      into.set({ path, x: left, y: top, width: imageData.width, height: imageData.height }, { layer, index });
    }
    index++;
  }
  return index;
}

function pictureOf({ imageData, mask, left = 0, top = 0 }: Layer): RgbaImage {
  const { width, height, data } = imageData!;
  const pixels = new Uint8ClampedArray(data);
  const shownAt = mask && !mask.disabled && mask.imageData ? maskAt(mask as Mask) : null;
  for (let i = 0; shownAt && i < width * height; i++) {
    const x = left + (i % width);
    const y = top + Math.floor(i / width);
    pixels[4 * i + 3] = (pixels[4 * i + 3]! * shownAt(x, y)) / 255;
  }
  return { width, height, data: pixels };
}

interface Mask {
  imageData: PixelData;
  left?: number;
  top?: number;
  defaultColor?: number;
}

/** 0…255; outside of its own rectangle a mask has one value. */
function maskAt({ imageData, left = 0, top = 0, defaultColor = 255 }: Mask): (x: number, y: number) => number {
  const { width, height, data } = imageData;
  return (x, y) => {
    const [column, row] = [x - left, y - top];
    const isInside = column >= 0 && row >= 0 && column < width && row < height;
    return isInside ? data[4 * (row * width + column)]! : defaultColor;
  };
}
