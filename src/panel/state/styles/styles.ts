import { computed, signal } from '@preact/signals';
import { onChange } from '../../../preferences/changes';
import { failureOf } from '../../../protocol/failure';
import { styleKey, type StyleSource } from '../../../protocol/previews';
import { loadStyles, type StoredStyle } from '../../../storage/styles';
import { builtInUrl, loadBuiltInImage, loadBuiltInStyles } from './built-in-styles';
import { plainText } from './words';
import { learnedThumbnailUrl, loadLearnedStyles, renderLearnedStyle, type LearnedStyle } from './learned-styles';

/** What people look for, in the order of the gallery's parts. */
export const STYLE_GROUPS = ['own', 'paint', 'drawing', 'pattern', 'modern', 'learned'] as const;
type StyleGroup = (typeof STYLE_GROUPS)[number];

/** One tile of the gallery. */
export interface GalleryStyle {
  id: string;
  name: string;
  description: string;
  group: StyleGroup;
  /** What it is found by, as `plainText`. */
  words: string;
  thumbnailUrl: string;
  /** For the larger view. */
  imageUrl: string;
  own: StoredStyle | null;
  /** How a preview names it. */
  source: StyleSource;
  /** The style image of a job. */
  load(): Promise<Blob>;
}

export const ownStyles = signal<GalleryStyle[]>([]);
export const builtInStyles = signal<GalleryStyle[]>([]);
/** Styles without a picture, which a network has learned. */
export const learnedStyles = signal<GalleryStyle[]>([]);
export const gallery = computed(() => [...ownStyles.value, ...builtInStyles.value, ...learnedStyles.value]);
export const selectedStyleId = signal<string | null>(null);
export const selectedStyle = computed(() => gallery.value.find(({ id }) => id === selectedStyleId.value) ?? null);
export const styleError = signal<string | null>(null);

export function selectStyle(id: string): void {
  selectedStyleId.value = id;
  styleError.value = null;
}

/** The one that an overlay in a page painted with, if the gallery has it. */
export function selectStyleOf(source: StyleSource): void {
  const found = gallery.value.find((style) => styleKey(style.source) === styleKey(source));
  if (found) selectStyle(found.id);
}

export async function loadGallery(): Promise<void> {
  await readOwnStyles();
  onChange('styles', () => void readOwnStyles());
  await showingStyleError(async () => {
    builtInStyles.value = (await loadBuiltInStyles()).map((style) => {
      const url = builtInUrl(style);
      const source: StyleSource = { kind: 'built-in', file: style.file };
      return { ...style, thumbnailUrl: url, imageUrl: url, own: null, source, load: () => loadBuiltInImage(style) };
    });
  });
  await showingStyleError(async () => {
    learnedStyles.value = (await loadLearnedStyles()).map(galleryStyleOfLearned);
  });
}

function readOwnStyles(): Promise<void> {
  return showingStyleError(async () => {
    ownStyles.value = (await loadStyles()).map(galleryStyleOfOwn);
  });
}

function galleryStyleOfLearned(style: LearnedStyle): GalleryStyle {
  const url = learnedThumbnailUrl(style);
  const source: StyleSource = { kind: 'learned', index: style.index };
  return { ...style, group: 'learned', thumbnailUrl: url, imageUrl: url, own: null, source, load: () => renderLearnedStyle(source) };
}

export function galleryStyleOfOwn(own: StoredStyle): GalleryStyle {
  return {
    id: own.id,
    name: own.name,
    description: '',
    group: 'own',
    words: plainText(own.name),
    thumbnailUrl: URL.createObjectURL(own.thumbnail),
    imageUrl: URL.createObjectURL(own.image),
    own,
    source: { kind: 'own', id: own.id },
    load: () => Promise.resolve(own.image),
  };
}

export async function showingStyleError(action: () => Promise<void>): Promise<void> {
  styleError.value = null;
  try {
    await action();
  } catch (error) {
    styleError.value = failureOf(error).message;
  }
}
