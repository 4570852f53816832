import { computed, signal } from '@preact/signals';
import type { EncodedPicture } from '../protocol/overlay-calls';
import type { RecentStyle } from '../protocol/previews';
import type { PagePicture } from './picture/page-picture';
import type { Place } from './picture/place';
import type { Taken } from './picture/take';

export interface Notice {
  kind: 'info' | 'success' | 'error';
  text: string;
}

/** The picture that is being stylised in place. */
export interface QuickSession {
  picture: PagePicture;
  taken: Taken;
  styles: RecentStyle[];
}

export interface ShownPicture {
  encoded: EncodedPicture;
  bitmap: ImageBitmap;
}

/**
 * `reading`: nothing may cover the picture yet. `preview`: it is painted anew as style and strength change.
 * `kept`: it stays, and the page is as if nothing were there.
 */
export type Phase = 'reading' | 'preview' | 'refining' | 'refined' | 'kept';

export const session = signal<QuickSession | null>(null);
export const phase = signal<Phase>('reading');
export const style = signal<RecentStyle | null>(null);
/** 0…100. */
export const strength = signal(100);
export const shown = signal<ShownPicture | null>(null);
export const isPainting = signal(false);
/** While refining: how far it is. */
export const progress = signal<{ evaluation: number; evaluations: number; remainingMs: number | null } | null>(null);
export const notice = signal<Notice | null>(null);
/** Around the picture that the pointer is over, while one is to be picked. */
export const pickFrame = signal<Place | null>(null);
/** The page took the picture away, or put another page in its place. */
export const isGone = signal(false);

export const isOpen = computed(() => session.value !== null && phase.value !== 'reading' && phase.value !== 'kept');

const NOTICE_MS = 6000;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Successes go by themselves; what went wrong stays until it is read. */
export function showNotice(kind: Notice['kind'], text: string): void {
  clearTimeout(timer);
  notice.value = { kind, text };
  if (kind === 'success') timer = setTimeout(hideNotice, NOTICE_MS);
}

export function hideNotice(): void {
  clearTimeout(timer);
  notice.value = null;
}
