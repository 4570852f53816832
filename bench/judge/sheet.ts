import type { RgbaImage } from '../../src/nst/images/image';
import { resampleRgba } from '../../src/nst/images/resample';
import type { Pixels } from '../../art/jpeg';
import { DIGIT_HEIGHT, drawNumber } from './digits';

const GAP = 12;
const NUMBER_WIDTH = 64;

/** One pair on a sheet. Content and style are made to fit beside the two pictures, which stay as they are. */
export interface SheetRow {
  /** From 1, over all sheets: the place of the pair's answer. */
  number: number;
  companions: readonly RgbaImage[];
  pictures: readonly [RgbaImage, RgbaImage];
}

/** Pairs below each other, the number of each on its left, 1 and 2 above each picture. */
export function drawSheet(rows: readonly SheetRow[]): Pixels {
  const cells = rows.map(({ number, companions, pictures }) => ({ number, pictures: [...companions.map(fitted(pictures)), ...pictures] }));
  const columns = cells[0].pictures.map((_, column) => Math.max(...cells.map(({ pictures }) => pictures[column].width)));
  const heights = cells.map(({ pictures }) => Math.max(...pictures.map(({ height }) => height)));
  const rowHeight = (index: number): number => DIGIT_HEIGHT + heights[index] + 3 * GAP;
  const sheet = blank(NUMBER_WIDTH + GAP + sum(columns.map((width) => width + GAP)), sum(heights.map((_, index) => rowHeight(index))));
  let top = GAP;
  cells.forEach(({ number, pictures }, index) => {
    drawRow(sheet, top, number, pictures, columns);
    top += rowHeight(index);
  });
  return sheet;
}

function drawRow(sheet: Pixels, top: number, number: number, pictures: readonly RgbaImage[], columns: readonly number[]): void {
  paste(sheet, drawNumber(number), GAP, top + DIGIT_HEIGHT + GAP);
  let left = NUMBER_WIDTH + GAP;
  pictures.forEach((picture, column) => {
    const label = column - (pictures.length - 3);
    if (label >= 1) paste(sheet, drawNumber(label), left, top);
    paste(sheet, picture, left, top + DIGIT_HEIGHT + GAP);
    left += columns[column] + GAP;
  });
}

/** Shrinks a picture to the larger of the pair's sizes; never enlarges it. */
function fitted(pictures: readonly RgbaImage[]): (picture: RgbaImage) => RgbaImage {
  const [width, height] = [Math.max(...pictures.map((one) => one.width)), Math.max(...pictures.map((one) => one.height))];
  return (picture) => {
    const factor = Math.min(1, width / picture.width, height / picture.height);
    return resampleRgba(picture, Math.max(1, Math.round(factor * picture.width)), Math.max(1, Math.round(factor * picture.height)));
  };
}

function blank(width: number, height: number): Pixels {
  return { width, height, data: new Uint8ClampedArray(width * height * 4).fill(255) };
}

function paste(sheet: Pixels, { width, height, data }: RgbaImage, left: number, top: number): void {
  for (let y = 0; y < height; y++) sheet.data.set(data.subarray(4 * y * width, 4 * (y + 1) * width), 4 * ((top + y) * sheet.width + left));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
