import { computed, signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import { galleryMarks, setMark } from '../../../preferences/gallery-marks';
import { translate } from '../../../texts/translate';
import { gallery, STYLE_GROUPS, type GalleryStyle } from './styles';
import { wordsOf } from './words';

const VIEWS = ['all', 'favourites', ...STYLE_GROUPS, 'hidden'] as const;
export type GalleryView = (typeof VIEWS)[number];

const KEY = 'galleryView';

/** The part of the gallery that was chosen, whether or not there is anything in it. */
const chosenView = signal<GalleryView>('all');
export const styleSearch = signal('');
/** Whether all rows are in sight. */
export const isUnfolded = signal(false);
/** What was hidden or shown again last, until another choice is made. */
export const hideNotice = signal<{ text: string; undo(): Promise<void> } | null>(null);

const isHidden = ({ id }: GalleryStyle): boolean => galleryMarks.value.hidden.includes(id);
const isFavourite = ({ id }: GalleryStyle): boolean => galleryMarks.value.favourites.includes(id);

/** All but the hidden ones, favourites first. */
export const visibleStyles = computed(() => {
  const { favourites } = galleryMarks.value;
  const first = favourites.flatMap((favourite) => gallery.value.find(({ id }) => id === favourite) ?? []);
  return [...first, ...gallery.value.filter((style) => !isFavourite(style))].filter((style) => !isHidden(style));
});
const words = computed(() => wordsOf(styleSearch.value));
export const isSearching = computed(() => words.value.length > 0);

/** The parts of the gallery that have something in them, and what is found there. */
export const galleryViews = computed(() =>
  VIEWS.map((view) => ({ view, styles: partOf(view) }))
    .filter(({ view, styles }) => view === 'all' || styles.length > 0)
    .map(({ view, styles }) => ({ view, found: styles.filter(({ words: said }) => words.value.every((word) => said.includes(word))) })),
);
const shownView = computed(() => galleryViews.value.find(({ view }) => view === chosenView.value) ?? galleryViews.value[0]);
/** The last favourite that goes takes its part with it. */
export const galleryView = computed(() => shownView.value?.view ?? 'all');
/** What is in sight of the gallery, in its order. */
export const shownStyles = computed(() => shownView.value?.found ?? []);
/** Only all of them at once are too many. */
export const isFolded = computed(() => galleryView.value === 'all' && !isSearching.value && !isUnfolded.value);

function partOf(view: GalleryView): readonly GalleryStyle[] {
  if (view === 'hidden') return gallery.value.filter(isHidden);
  if (view === 'all') return visibleStyles.value;
  return visibleStyles.value.filter(view === 'favourites' ? isFavourite : ({ group }) => group === view);
}

export async function restoreGalleryView(): Promise<void> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  chosenView.value = VIEWS.find((view) => view === stored) ?? 'all';
}

export function showGalleryView(view: GalleryView): void {
  chosenView.value = view;
  hideNotice.value = null;
  void browser.storage.local.set({ [KEY]: view });
}

/** Every part, and no words. */
export function showAllStyles(): void {
  styleSearch.value = '';
  showGalleryView('all');
}

/** It stays chosen, and is found among the hidden ones. */
export async function hideStyle({ id, name }: GalleryStyle): Promise<void> {
  await setMark('hidden', [id], true);
  hideNotice.value = { text: translate`“${name}” is hidden.`, undo: () => showAgain([id]) };
}

export async function showAgain(ids: readonly string[]): Promise<void> {
  await setMark('hidden', ids, false);
  hideNotice.value = null;
}

export async function showAllHidden(): Promise<void> {
  const ids = galleryMarks.value.hidden;
  await showAgain(ids);
  hideNotice.value = { text: translate`The hidden styles are shown again.`, undo: () => setMark('hidden', ids, true) };
}

export async function undoHiding(): Promise<void> {
  const notice = hideNotice.value;
  hideNotice.value = null;
  await notice?.undo();
}
