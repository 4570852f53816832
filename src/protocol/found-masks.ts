import type { Findable } from '../nst/masks/findable';
import type { ImageRef } from './layer';

export type { Findable };

export interface MaskRequest {
  image: ImageRef;
  what: Findable;
}

/** A grey picture of the image's shape, white where what was looked for is. */
export interface FoundMask {
  image: ImageRef;
}
