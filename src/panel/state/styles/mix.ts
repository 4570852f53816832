import { computed, signal } from '@preact/signals';
import type { StyleChoice } from '../../../protocol/job';
import { UserFacingError } from '../../../protocol/failure';
import { storeImage } from '../../../storage/images';
import { visibleStyles } from './gallery-view';
import { gallery, selectedStyle, selectedStyleId, selectStyle, type GalleryStyle } from './styles';

export type StyleSlot = 'first' | 'second';

/** A second style, mixed with the selected one; null while there is only one. */
const secondStyleId = signal<string | null>(null);
/** The second style's part of the mix, from 0 to 100: whole numbers, so that both weights read well in a recipe. */
export const secondPercent = signal(50);
/** Which of the two the next choice in the gallery replaces. */
export const activeSlot = signal<StyleSlot>('first');

export const secondStyle = computed(() => gallery.value.find(({ id }) => id === secondStyleId.value) ?? null);
export const activeStyleId = computed(() => (choosesSecond() ? secondStyleId.value : selectedStyleId.value));

/** The styles of the next job with their weights. */
export const mixedStyles = computed((): { style: GalleryStyle; weight: number }[] => {
  if (!selectedStyle.value) return [];
  if (!secondStyle.value) return [{ style: selectedStyle.value, weight: 1 }];
  const both = [
    { style: selectedStyle.value, weight: (100 - secondPercent.value) / 100 },
    { style: secondStyle.value, weight: secondPercent.value / 100 },
  ];
  return both.filter(({ weight }) => weight > 0);
});

/** What of the mix is kept beside the selected style. */
export const mix = computed(() => ({ second: secondStyleId.value, percent: secondPercent.value }));

export function restoreMix({ second, percent }: { second: string | null; percent: number }): void {
  secondStyleId.value = second;
  secondPercent.value = percent;
}

export function pickStyle(id: string): void {
  if (choosesSecond()) secondStyleId.value = id;
  else selectStyle(id);
}

/** Without a second style, such as after it was deleted, there is only the first to choose. */
function choosesSecond(): boolean {
  return activeSlot.value === 'second' && secondStyle.value !== null;
}

/** Begins with half of the next style in the gallery; the next choice replaces it. */
export function startMix(): void {
  const index = visibleStyles.value.findIndex(({ id }) => id === selectedStyleId.value);
  const next = visibleStyles.value[(index + 1) % visibleStyles.value.length];
  if (!next || next.id === selectedStyleId.value) return;
  secondStyleId.value = next.id;
  secondPercent.value = 50;
  activeSlot.value = 'second';
}

export function endMix(): void {
  secondStyleId.value = null;
  activeSlot.value = 'first';
}

/** As a job takes them; pictures are stored anew, so that no clean-up can have taken them. */
export async function chosenStyles(): Promise<StyleChoice[]> {
  const choices = mixedStyles.value;
  if (choices.length === 0) throw new UserFacingError('no-style', 'Choose a style.');
  return Promise.all(
    choices.map(async ({ style, weight }) => ({ image: await storeImage(await style.load()), name: style.name, weight, mask: null })),
  );
}
