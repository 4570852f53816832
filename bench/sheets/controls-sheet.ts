import type { RgbaImage } from '../../src/nst/images/image';
import type { StyleTransferImages } from '../../src/nst/images/prepare-images';
import type { StyleTransferSettings } from '../../src/nst/settings';
import { onWhite, paintedMask } from './masks';
import type { Sheet, SheetPainter } from './painter';

const PHOTO = 'test/fixtures/photos/photo-cat.jpg';
const [SWIRLS, GLASS] = ['styles/starlit-swirls.jpg', 'styles/stained-glass.jpg'];

interface Example {
  name: string;
  images?: Partial<StyleTransferImages>;
  settings?: Partial<StyleTransferSettings>;
}

/** One photo in one style, with one control changed in each picture; what a control leaves transparent is shown on white. */
export async function controlsSheet(painter: SheetPainter): Promise<Sheet> {
  const [content, swirls, glass] = await Promise.all([PHOTO, SWIRLS, GLASS].map((file) => painter.square(file)));
  const usual: StyleTransferImages = { content, styles: [{ image: swirls, weight: 1, mask: null }], mask: null, size: null };
  const rows: Sheet = [];
  for (const examples of examplesOf(content, swirls, glass)) {
    const row: RgbaImage[] = [];
    for (const { name, images, settings } of examples) row.push(onWhite(await painter.paint(name, { ...usual, ...images }, settings)));
    rows.push(row);
  }
  return rows;
}

function examplesOf(content: RgbaImage, swirls: RgbaImage, glass: RgbaImage): Example[][] {
  const side = content.width;
  const [left, right] = [paintedMask(side, (x) => 2.5 - 4 * x), paintedMask(side, (x) => 4 * x - 1.5)];
  const disc = paintedMask(side, (x, y) => 8 * (0.42 - Math.hypot(x - 0.5, y - 0.5)));
  const cutOut = { ...content, data: content.data.map((value, i) => (i % 4 === 3 ? disc.data[i - 3] : value)) };
  const both = (
    weights: readonly [number, number],
    masks: readonly [RgbaImage | null, RgbaImage | null],
  ): Partial<StyleTransferImages> => ({
    styles: [swirls, glass].map((image, i) => ({ image, weight: weights[i], mask: masks[i] })),
  });
  return [
    [
      { name: 'fine strokes', settings: { strokeSize: 'fine' } },
      { name: 'medium strokes', settings: { strokeSize: 'medium' } },
      { name: 'bold strokes', settings: { strokeSize: 'bold' } },
      { name: 'style at half its size', settings: { styleScale: 0.5 } },
    ],
    [
      { name: 'β 0.5', settings: { styleWeight: 0.5 } },
      { name: 'β 8', settings: { styleWeight: 8 } },
      { name: 'from random pixels', settings: { init: 'noise', strokeSize: 'bold' } },
      { name: 'from random pixels, β 0.5', settings: { init: 'noise', strokeSize: 'bold', styleWeight: 0.5 } },
    ],
    [
      { name: 'luminance only', settings: { keepColors: 'luminance' } },
      { name: 'style matched to the content’s colours', settings: { keepColors: 'match' } },
      { name: 'two styles mixed', images: both([0.5, 0.5], [null, null]) },
      { name: 'a style for each half', images: both([1, 1], [left, right]) },
    ],
    [
      { name: 'a selection with a soft edge', images: { mask: disc } },
      { name: 'a layer with transparent corners', images: { content: cutOut } },
      { name: 'maximum pooling', settings: { pooling: 'max' } },
      { name: 'style of the deep layers alone', settings: { styleLayers: { relu4_1: 1, relu5_1: 1 } } },
    ],
  ];
}
