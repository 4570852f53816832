import type { ImageRef } from './layer';

/** What a context menu hands to the panel, which may not be open yet. */
export type InboxItem =
  | { kind: 'content'; image: ImageRef; name: string; width: number; height: number; fullSizeAt: string | null }
  | { kind: 'style'; image: ImageRef; name: string; fullSizeAt: string | null }
  /** Capture the current layer. */
  | { kind: 'capture' }
  /** Capture the current layer and stylize it with what is chosen. */
  | { kind: 'again' }
  | { kind: 'failure'; message: string };
