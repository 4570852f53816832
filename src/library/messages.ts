/** Between a page and the Worker that paints for it. */
import type { EngineName } from '../nst/engines/engine';
import type { RgbaImage } from '../nst/images/image';
import type { StyleTransferImages } from '../nst/images/prepare-images';
import type { StyleTransferSettings } from '../nst/settings';

/** Engines that the library brings. */
export type LibraryEngine = Extract<EngineName, 'wasm' | 'webgl' | 'webgpu'>;

export interface Progress {
  /** Counts from 1. */
  evaluation: number;
  evaluations: number;
  /** Work done, 0…1. */
  fractionDone: number;
  remainingSeconds: number;
  /** J of the picture as it is. */
  total: number;
}

export interface Order {
  images: StyleTransferImages;
  settings: StyleTransferSettings;
  engine: LibraryEngine | 'auto';
  wantsPictures: boolean;
}

export type ToWorker = { type: 'start'; assets: string } | { type: 'stylize'; id: number; order: Order } | { type: 'abort'; id: number };

export type FromWorker =
  | { type: 'progress'; id: number; progress: Progress }
  | { type: 'picture'; id: number; picture: RgbaImage }
  | { type: 'done'; id: number; picture: RgbaImage; engine: string; notes: string[] }
  | { type: 'failed'; id: number; code: string; message: string };
