import type { RgbaImage } from '../../src/nst/images/image';
import { resampleRgba } from '../../src/nst/images/resample';
import { BUILT_IN_PRESETS, type Preset } from '../../src/preferences/built-in-presets';
import { defaultPanelSettings } from '../../src/preferences/panel-settings';
import type { Sheet, SheetPainter } from './painter';

const PAIRS = [
  { photo: 'test/fixtures/photos/photo-astronaut.jpg', style: 'styles/starlit-swirls.jpg' },
  { photo: 'test/fixtures/photos/photo-cat.jpg', style: 'styles/woodblock-waves.jpg' },
  { photo: 'test/fixtures/photos/photo-coffee.jpg', style: 'styles/fauvist-fields.jpg' },
];

/** A row: a photo, its style, and what each built-in preset makes of them. */
export async function presetsSheet(painter: SheetPainter): Promise<Sheet> {
  const rows: Sheet = [];
  for (const { photo, style } of PAIRS) {
    const [content, image] = [await painter.square(photo), await painter.square(style)];
    const row = [content, image];
    for (const preset of BUILT_IN_PRESETS) row.push(await painted(painter, `${photo}, ${preset.name}`, preset, content, image));
    rows.push(row);
  }
  return rows;
}

async function painted(painter: SheetPainter, name: string, preset: Preset, content: RgbaImage, style: RgbaImage): Promise<RgbaImage> {
  const { size, ...settings } = preset.settings;
  const side = size ? Math.round((painter.size * size) / (defaultPanelSettings.size ?? size)) : painter.size;
  const images = { content, styles: [{ image: style, weight: 1, mask: null }], mask: null, size: side };
  const startedAt = performance.now();
  const picture = await painter.paint(name, images, settings);
  console.log(`  ${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
  return resampleRgba(picture, painter.size, painter.size);
}
