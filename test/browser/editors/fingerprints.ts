import { createHash } from 'node:crypto';
import type { LayerPixels } from '../../pages/editor-under-test';

/** One short text for each layer, so that a difference can be read. */
export function fingerprints(layers: LayerPixels[]): string[] {
  return layers.map(({ name, pixels, place }) => {
    const hash = createHash('sha256').update(Uint8Array.from(pixels)).digest('hex').slice(0, 12);
    return `${name} ${hash}${place ? ` at ${place.x}, ${place.y}` : ''}`;
  });
}
