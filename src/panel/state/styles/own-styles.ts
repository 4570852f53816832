import { signal } from '@preact/signals';
import { deleteStyle, renameStyle, saveStyle, type StoredStyle } from '../../../storage/styles';
import { pickStyle } from './mix';
import { galleryStyleOfOwn, gallery, ownStyles, selectedStyleId, selectStyle, showingStyleError } from './styles';
import { plainText } from './words';
import { cleanName, createStyle } from '../../../preferences/styles/create-style';

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

export function renameOwnStyle(id: string, name: string): Promise<void> {
  return showingStyleError(async () => {
    const renamed = await renameStyle(id, cleanName(name));
    ownStyles.value = ownStyles.value.map((style) =>
      style.id === id ? { ...style, name: renamed.name, words: plainText(renamed.name), own: renamed } : style,
    );
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
