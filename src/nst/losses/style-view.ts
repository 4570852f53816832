import type { Region } from '../position-weights';
import type { TiledPicture } from './tiled-picture';

/** One of the styles that apply to the same region of G. */
export interface StyleView {
  picture: TiledPicture;
  /** What of the style image counts: its visible pixels. */
  region: Region;
  /** Of all of these styles; their shares sum to 1. */
  share: number;
}
