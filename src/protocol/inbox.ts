import type { ImageRef } from './layer';

/** What a context menu hands to the panel, which may not be open yet. */
export type InboxItem =
  | { kind: 'content'; image: ImageRef; name: string; width: number; height: number; fullSizeAt: string | null }
  | { kind: 'style'; image: ImageRef; name: string; fullSizeAt: string | null }
  /** Capture the current layer. */
  | { kind: 'capture' }
  | { kind: 'failure'; message: string };
