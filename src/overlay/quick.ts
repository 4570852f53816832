import { failureOf } from '../protocol/failure';
import type { OverlayOrder } from '../protocol/overlay-calls';
import type { RecentStyle } from '../protocol/previews';
import { ask } from './ask';
import type { PagePicture } from './picture/page-picture';
import { takePicture } from './picture/take';
import { stopRefining } from './refine';
import { show } from './show-picture';
import { hideNotice, isGone, isPainting, phase, progress, session, showNotice, shown, strength, style } from './state';

/** There within a second on any machine. */
const FIRST_SIDE = 384;
/** Follows when nothing else is asked for. */
const SHARP_SIDE = 768;

/** Takes the picture and shows it stylised in its place. */
export async function openQuick(picture: PagePicture, { style: chosen, styles }: OverlayOrder): Promise<void> {
  closeQuick();
  const taken = await takePicture(picture);
  session.value = { picture, taken, styles };
  style.value = chosen;
  strength.value = 100;
  phase.value = 'preview';
  await paint();
}

/** Undo: the page is as it was. */
export function closeQuick(): void {
  stopRefining();
  shown.value?.bitmap.close();
  shown.value = null;
  session.value = null;
  progress.value = null;
  isGone.value = false;
  phase.value = 'reading';
  hideNotice();
}

export function chooseStyle(chosen: RecentStyle): void {
  style.value = chosen;
  void repaint();
}

export function chooseStrength(percent: number): void {
  strength.value = percent;
  void repaint();
}

/** A refined picture belongs to its style and strength; another choice goes back to the preview. */
async function repaint(): Promise<void> {
  stopRefining();
  phase.value = 'preview';
  await paint();
}

let isWanted = false;

/** One after the other, and only the newest choice; then sharper, unless something else is chosen meanwhile. */
async function paint(): Promise<void> {
  isWanted = true;
  if (isPainting.value) return;
  isPainting.value = true;
  const now = session.value;
  try {
    await paintUntilSharp();
    hideNotice();
  } catch (error) {
    if (session.value === now) showNotice('error', failureOf(error).message);
  } finally {
    isPainting.value = false;
  }
}

async function paintUntilSharp(): Promise<void> {
  do {
    isWanted = false;
    await paintAt(FIRST_SIDE);
    if (!isWanted) await paintAt(SHARP_SIDE);
  } while (isWanted);
}

async function paintAt(size: number): Promise<void> {
  const now = session.value;
  if (!now || !style.value || phase.value !== 'preview') return;
  if (size > FIRST_SIDE && Math.max(now.taken.width, now.taken.height) <= FIRST_SIDE) return;
  const encoded = await ask('preview', { image: now.taken.image, style: style.value, strength: strength.value / 100, size });
  if (session.value === now && phase.value === 'preview') await show(encoded);
}
