import type { KeepColors, StyleTransferSettings } from '../nst/settings';
import type { ImageRef } from './layer';

/** Where a preview's style comes from; the picture itself stays where it is stored. */
export type StyleSource =
  /** A file of the extension's styles/, such as "starlit-swirls.jpg". */
  | { kind: 'built-in'; file: string }
  /** One of the user's own. */
  | { kind: 'own'; id: string }
  /** A stored picture that isn't in the gallery. */
  | { kind: 'picture'; image: ImageRef }
  /** One of the styles that a network has learned, counted from 0. It has no picture. */
  | { kind: 'learned'; index: number };

/** The same for every object that means the same style, whatever order its parts stand in: Chrome's storage sorts them by name. */
export function styleKey(source: StyleSource): string {
  return JSON.stringify(Object.entries(source).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A style as a context menu names it. */
export interface RecentStyle {
  name: string;
  source: StyleSource;
}

export interface PreviewRequest {
  /** Chosen by the caller; names the answer's event and the one to cancel. */
  id: string;
  content: ImageRef;
  /** Blended by their weights, at least 0 and not all 0; `mask` is where one applies, left out or null: everywhere. */
  styles: { source: StyleSource; weight: number; mask?: ImageRef | null }[];
  /** 0 keeps the content's own style, 1 takes the styles' entirely. */
  strength: number;
  /** Limits the change, as in a job; null means the whole picture. */
  mask: ImageRef | null;
  /** Where shapes are kept, as in a job. */
  keepMask?: ImageRef | null;
  /** The preview's longest side in pixels, at most 1024; a smaller content is not enlarged. */
  size: number;
  keepColors: KeepColors;
  /** `chosen` goes before everything of the gallery that waits. */
  priority: 'chosen' | 'gallery';
  /**
   * Null: by the feed-forward networks, at once; they know neither `keepMask` nor where a style applies. Else the start of the optimisation with these settings, in
   * seconds; strength and keepColors are not asked then, learned styles are not possible, and a running job forbids it.
   */
  optimized: StyleTransferSettings | null;
  /** What the optimisation looks through, as in a job. */
  network?: string | null;
  /** Also stores the picture as PNG. */
  keep: boolean;
}

export interface PreviewAnswer {
  /** Where `keep` was asked for. */
  image: ImageRef | null;
  width: number;
  height: number;
  /** From the moment its turn came. */
  milliseconds: number;
}
