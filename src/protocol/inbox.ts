import type { ImageRef } from './layer';
import type { RecentStyle } from './previews';

/** What a context menu, or an overlay in a page, hands to the panel, which may not be open yet. */
export type InboxItem =
  /** With the style that is to be chosen; null, or left out by older versions: the one that is. */
  | { kind: 'content'; image: ImageRef; name: string; width: number; height: number; fullSizeAt: string | null; style?: RecentStyle | null }
  | { kind: 'style'; image: ImageRef; name: string; fullSizeAt: string | null }
  /** Capture the current layer. */
  | { kind: 'capture' }
  /** Capture the current layer and stylize it with what is chosen. */
  | { kind: 'again' }
  /** Show a picture of the history. */
  | { kind: 'job'; id: string }
  | { kind: 'failure'; message: string };
