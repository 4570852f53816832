import type { StyleSource } from '../../protocol/previews';
import { loadImage } from '../../storage/images';
import { loadStyle } from '../../storage/styles';
import { fetchAsset } from '../assets';

/** The picture of a style, encoded. A learned style has none. */
export async function styleFile(source: StyleSource): Promise<Blob> {
  switch (source.kind) {
    case 'built-in':
      return new Blob([await fetchAsset(`styles/${source.file}`)]);
    case 'own':
      return (await loadStyle(source.id)).image;
    case 'picture':
      return loadImage(source.image);
    case 'learned':
      throw new TypeError('A learned style has no picture.');
  }
}
