import { fullSizeLayer } from '../../nst/images/full-size-layer';
import type { RgbaImage } from '../../nst/images/image';

/** A generated picture of any size at its layer's, with the layer's alpha to the bit. */
export function atLayerSize(layer: RgbaImage, generated: RgbaImage): RgbaImage {
  return fullSizeLayer({ content: layer, mask: null }, generated, false);
}
