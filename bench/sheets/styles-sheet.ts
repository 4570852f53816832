import type { Sheet, SheetPainter } from './painter';

const PHOTOS = ['cat', 'astronaut', 'coffee'];
const STYLES = ['starlit-swirls', 'palette-knife-birches', 'stained-glass', 'woodblock-waves', 'fauvist-fields', 'batik-blossoms'];

/** Styles above, photos on the left, results between them. */
export async function stylesSheet(painter: SheetPainter): Promise<Sheet> {
  const styles = await Promise.all(STYLES.map((style) => painter.square(`styles/${style}.jpg`)));
  const rows: Sheet = [[null, ...styles]];
  for (const photo of PHOTOS) {
    const content = await painter.square(`test/fixtures/photos/photo-${photo}.jpg`);
    const row = [content];
    for (const [i, style] of STYLES.entries()) {
      const images = { content, styles: [{ image: styles[i], weight: 1, mask: null }], mask: null, size: null };
      row.push(await painter.paint(`${photo} × ${style}`, images));
    }
    rows.push(row);
  }
  return rows;
}
