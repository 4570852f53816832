import type { RgbaImage } from '../nst/images/image';
import { UserFacingError } from '../protocol/failure';

export interface SheetSection {
  title: string;
  pictures: { name: string; picture: RgbaImage }[];
}

const COLUMNS = 7;
const GAP = 14;
const LABEL = 26;
const HEADING = 44;
const PAPER = '#f7f5f0';
const INK = '#1d2230';

/** The content first, then every section in rows of equal tiles, each with its name under it. */
export async function drawSheet(content: RgbaImage, sections: readonly SheetSection[], size: number): Promise<Blob> {
  const factor = Math.min(1, size / Math.max(content.width, content.height));
  const tile = { width: Math.round(content.width * factor), height: Math.round(content.height * factor) };
  const all: SheetSection[] = [
    { title: 'The picture', pictures: [{ name: `${content.width} × ${content.height}`, picture: content }] },
    ...sections,
  ];
  const rowHeight = tile.height + LABEL;
  const heights = all.map(({ pictures }) => HEADING + Math.ceil(pictures.length / COLUMNS) * rowHeight);
  const canvas = new OffscreenCanvas(GAP + COLUMNS * (tile.width + GAP), GAP + heights.reduce((sum, height) => sum + height, 0));
  const context = canvas.getContext('2d');
  if (!context) throw new UserFacingError('out-of-memory', 'There is not enough memory for the sheet; choose a smaller --size.');
  context.fillStyle = PAPER;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = INK;
  let top = 0;
  for (const [i, { title, pictures }] of all.entries()) {
    context.font = '600 19px sans-serif';
    context.fillText(title, GAP, top + HEADING - 14);
    context.font = '14px sans-serif';
    for (const [k, { name, picture }] of pictures.entries()) {
      const x = GAP + (k % COLUMNS) * (tile.width + GAP);
      const y = top + HEADING + Math.floor(k / COLUMNS) * rowHeight;
      context.drawImage(canvasOf(picture), x, y, tile.width, tile.height);
      context.fillText(name, x, y + tile.height + 17, tile.width);
    }
    top += heights[i] ?? 0;
  }
  return canvas.convertToBlob();
}

function canvasOf({ width, height, data }: RgbaImage): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0);
  return canvas;
}
