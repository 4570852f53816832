import { signal } from '@preact/signals';
import { decodeImage } from '../../../picture-files/decode';
import { deleteStyle, renameStyle, saveStyle, type StoredStyle } from '../../../storage/styles';
import { pickStyle } from './mix';
import { galleryStyleOfOwn, gallery, ownStyles, selectedStyleId, selectStyle, showingStyleError } from './styles';
import { thumbnailOf } from './thumbnail';
import { translate } from '../../../texts/translate';

const LONGEST_NAME = 60;

/** The style that was deleted last, for Undo. */
export const deletedStyle = signal<StoredStyle | null>(null);

/** Checks, stores and selects a picture as a style. */
export function addOwnStyle(file: Blob, name: string): Promise<void> {
  return showingStyleError(async () => {
    const style = await createStyle(file, name);
    await saveStyle(style);
    showOwnStyle(style);
    pickStyle(style.id);
  });
}

export async function createStyle(image: Blob, name: string): Promise<StoredStyle> {
  const thumbnail = await thumbnailOf(await decodeImage(image, 'The style image'));
  return { id: crypto.randomUUID(), name: cleanName(name), image, thumbnail, createdAt: Date.now() };
}

export function renameOwnStyle(id: string, name: string): Promise<void> {
  return showingStyleError(async () => {
    const renamed = await renameStyle(id, cleanName(name));
    ownStyles.value = ownStyles.value.map((style) => (style.id === id ? { ...style, name: renamed.name, own: renamed } : style));
  });
}

export function deleteOwnStyle(id: string): Promise<void> {
  return showingStyleError(async () => {
    const style = ownStyles.value.find((candidate) => candidate.id === id);
    if (!style) return;
    await deleteStyle(id);
    ownStyles.value = ownStyles.value.filter((candidate) => candidate !== style);
    URL.revokeObjectURL(style.thumbnailUrl);
    URL.revokeObjectURL(style.imageUrl);
    deletedStyle.value = style.own;
    if (selectedStyleId.value === id) selectedStyleId.value = gallery.value[0]?.id ?? null;
  });
}

export function undoDelete(): Promise<void> {
  return showingStyleError(async () => {
    const style = deletedStyle.value;
    if (!style) return;
    await saveStyle(style);
    deletedStyle.value = null;
    showOwnStyle(style);
    selectStyle(style.id);
  });
}

export function showOwnStyle(style: StoredStyle): void {
  const newestFirst = (a: { own: StoredStyle | null }, b: { own: StoredStyle | null }) => (b.own?.createdAt ?? 0) - (a.own?.createdAt ?? 0);
  ownStyles.value = [...ownStyles.value, galleryStyleOfOwn(style)].sort(newestFirst);
}

/** "IMG_2041.jpeg" → "IMG_2041". */
export function cleanName(name: string): string {
  const bare = name
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .trim()
    .slice(0, LONGEST_NAME);
  return bare || translate`My style`;
}
