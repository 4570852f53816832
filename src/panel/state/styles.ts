import { computed, signal } from '@preact/signals';
import { failureOf } from '../../protocol/failure';
import { loadStyles, type StoredStyle } from '../../storage/styles';
import { builtInUrl, loadBuiltInImage, loadBuiltInStyles } from './built-in-styles';

/** One tile of the gallery. */
export interface GalleryStyle {
  id: string;
  name: string;
  description: string;
  thumbnailUrl: string;
  /** For the larger view. */
  imageUrl: string;
  own: StoredStyle | null;
  load(): Promise<Blob>;
}

export const ownStyles = signal<GalleryStyle[]>([]);
export const builtInStyles = signal<GalleryStyle[]>([]);
export const gallery = computed(() => [...ownStyles.value, ...builtInStyles.value]);
export const selectedStyleId = signal<string | null>(null);
export const selectedStyle = computed(() => gallery.value.find(({ id }) => id === selectedStyleId.value) ?? null);
export const styleError = signal<string | null>(null);

export function selectStyle(id: string): void {
  selectedStyleId.value = id;
  styleError.value = null;
}

export async function loadGallery(): Promise<void> {
  await showingStyleError(async () => {
    ownStyles.value = (await loadStyles()).map(galleryStyleOfOwn);
  });
  await showingStyleError(async () => {
    builtInStyles.value = (await loadBuiltInStyles()).map((style) => {
      const url = builtInUrl(style);
      return { ...style, thumbnailUrl: url, imageUrl: url, own: null, load: () => loadBuiltInImage(style) };
    });
  });
}

export function galleryStyleOfOwn(own: StoredStyle): GalleryStyle {
  return {
    id: own.id,
    name: own.name,
    description: '',
    thumbnailUrl: URL.createObjectURL(own.thumbnail),
    imageUrl: URL.createObjectURL(own.image),
    own,
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
