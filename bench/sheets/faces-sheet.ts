import { readFile } from 'node:fs/promises';
import type { RgbaImage } from '../../src/nst/images/image';
import type { StyleTransferImages } from '../../src/nst/images/prepare-images';
import type { Box } from '../../src/nst/masks/face';
import { maskOfPicture } from '../../src/nst/masks/mask-of-picture';
import { beginStroke, evenMask, extendStroke, type Mask, type Tip } from '../../src/panel/state/brush/mask-drawing';
import { FaceScore } from './face-score';
import type { Sheet, SheetPainter } from './painter';

const EXAMPLES = [
  { photo: 'test/fixtures/photos/photo-astronaut.jpg', style: 'styles/woodcut-forest.jpg' },
  { photo: 'test/fixtures/photos/photo-astronaut.jpg', style: 'styles/starlit-swirls.jpg' },
  { photo: 'test/fixtures/photos/photo-hopper.jpg', style: 'styles/starlit-swirls.jpg' },
];

/** A row: a portrait; its mask of faces; painted without it; with the face kept; with the strength brushed away over the face. */
export async function facesSheet(painter: SheetPainter): Promise<Sheet> {
  const score = await FaceScore.open();
  const rows: Sheet = [];
  for (const { photo, style } of EXAMPLES) rows.push(await rowOf(painter, score, photo, style));
  return rows;
}

async function rowOf(painter: SheetPainter, score: FaceScore, photo: string, style: string): Promise<RgbaImage[]> {
  const [content, image] = [await painter.square(photo), await painter.square(style)];
  const place = await score.place(content);
  const faces = await maskOfPicture(async (file) => Uint8Array.from(await readFile(file)).buffer, content, 'faces');
  const usual: StyleTransferImages = { content, styles: [{ image, weight: 1, mask: null }], mask: null, size: null };
  const row = [content, tinted(content, faces)];
  for (const [name, images] of [
    ['without', {}],
    ['faces kept', { keepMask: faces }],
    ['brushed strength', { mask: brushedAway(content, place) }],
  ] as const) {
    const painted = over(content, await painter.paint(`${photo}, ${style}, ${name}`, { ...usual, ...images }));
    console.log(`  face: ${(await score.at(painted, place)).toFixed(2)}, of the photo ${(await score.at(content, place)).toFixed(2)}`);
    row.push(painted);
  }
  return row;
}

/** What is kept, in the brush's colour. */
function tinted({ width, height, data }: RgbaImage, mask: RgbaImage): RgbaImage {
  const colour = [255, 176, 0];
  const mixed = data.map((value, i) => (i % 4 === 3 ? 255 : value + (mask.data[i] / 510) * (colour[i % 4] - value)));
  return { width, height, data: mixed };
}

/** As the panel's brush does it: one soft stroke down the face, that erases. */
function brushedAway({ width, height }: RgbaImage, { x, y, width: wide, height: tall }: Box): RgbaImage {
  const stroke = beginStroke(evenMask(width, height, 255));
  const tip: Tip = { radius: 0.75 * wide, softness: 0.5, opacity: 0.8, erases: true };
  extendStroke(stroke, tip, { x: x + wide / 2, y: y + tall / 4 }, { x: x + wide / 2, y: y + (3 * tall) / 4 });
  return greyOf(stroke.mask);
}

function greyOf({ width, height, values }: Mask): RgbaImage {
  const data = new Uint8ClampedArray(4 * width * height).fill(255);
  values.forEach((value, i) => data.fill(value, 4 * i, 4 * i + 3));
  return { width, height, data };
}

/** As the editor shows the new layer above the captured one. */
function over(below: RgbaImage, { width, height, data }: RgbaImage): RgbaImage {
  const shown = data.map((value, i) => {
    const alpha = data[i - (i % 4) + 3] / 255;
    return i % 4 === 3 ? 255 : value * alpha + below.data[i] * (1 - alpha);
  });
  return { width, height, data: shown };
}
