import { signal } from '@preact/signals';
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { onChange, tellChange } from './changes';

const KEY = 'galleryMarks';
/** More than there are styles; a file that claims more is not taken. */
const MOST = 2000;
const idsSchema = v.pipe(v.array(v.pipe(v.string(), v.nonEmpty(), v.maxLength(80))), v.maxLength(MOST));

/** What a person marked in the gallery of styles, by their ids. One that is no longer there waits for its style to come back. */
export const marksSchema = v.object({ favourites: idsSchema, hidden: idsSchema });
export type GalleryMarks = v.InferOutput<typeof marksSchema>;
export type Mark = keyof GalleryMarks;

/** Favourites in the order in which they were chosen. */
export const galleryMarks = signal<GalleryMarks>({ favourites: [], hidden: [] });

/** Also follows the changes of other pages. */
export async function restoreMarks(): Promise<void> {
  await readMarks();
  onChange('marks', () => void readMarks());
}

export function isMarked(mark: Mark, id: string): boolean {
  return galleryMarks.value[mark].includes(id);
}

export function setMark(mark: Mark, ids: readonly string[], wanted: boolean): Promise<void> {
  const others = galleryMarks.value[mark].filter((id) => !ids.includes(id));
  return keepMarks({ ...galleryMarks.value, [mark]: wanted ? [...others, ...ids] : others });
}

/** Those of another browser; nothing that is marked here is let go. */
export function addMarks({ favourites, hidden }: GalleryMarks): Promise<void> {
  const { favourites: starred, hidden: put } = galleryMarks.value;
  return keepMarks({ favourites: [...new Set([...starred, ...favourites])], hidden: [...new Set([...put, ...hidden])] });
}

async function keepMarks(marks: GalleryMarks): Promise<void> {
  galleryMarks.value = marks;
  await browser.storage.local.set({ [KEY]: marks });
  tellChange('marks');
}

async function readMarks(): Promise<void> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  const known = v.safeParse(marksSchema, stored);
  if (known.success) galleryMarks.value = known.output;
}
