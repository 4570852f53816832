import { failureOf } from '../protocol/failure';
import type { OverlayOrder } from '../protocol/overlay-calls';
import type { RecentStyle } from '../protocol/previews';
import { translate } from '../texts/translate';
import { ask } from './ask';
import { decodePicture, replaceBitmap } from './decode-picture';
import { forgetForecasts, tellForecast } from './forecast';
import type { PagePicture } from './picture/page-picture';
import { takePicture } from './picture/take';
import { endRun } from './refine';
import {
  hideNotice,
  isGone,
  isKept,
  isPainting,
  lookAt,
  previewBitmap,
  refinedBitmap,
  run,
  session,
  showNotice,
  strength,
  style,
} from './state';

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
  await paint();
}

/** The page is as it was. */
function closeQuick(): void {
  session.value = null;
  dropPictures();
  forgetForecasts();
  isGone.value = false;
  isKept.value = false;
  hideNotice();
}

/** What was refined is not lost with it: it stands in the history. */
export function undo(): void {
  const left = endRun();
  closeQuick();
  if (left !== null) showNotice('success', translate`Undone here; what was refined is in the panel’s history.`, left);
}

/** The picture stays on the page, without the controls. */
export function keep(): void {
  isKept.value = true;
  hideNotice();
  showNotice('success', translate`It stays here until this page is loaded anew; copy or download it to have it for good.`);
}

/** A refined picture belongs to its style; it stays in the history, and another style begins with a preview. */
export function chooseStyle(chosen: RecentStyle): void {
  style.value = chosen;
  endRun();
  replaceBitmap(refinedBitmap, null);
  void paint();
}

export function chooseStrength(percent: number): void {
  strength.value = percent;
}

/** After the picture was taken in another size. */
export function paintAnew(): void {
  void paint();
}

function dropPictures(): void {
  endRun();
  run.value = null;
  replaceBitmap(refinedBitmap, null);
  replaceBitmap(previewBitmap, null);
  lookAt('preview');
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
    void tellForecast(null);
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
  const [now, chosen] = [session.value, style.value];
  if (!now || !chosen) return;
  if (size > FIRST_SIDE && Math.max(now.taken.width, now.taken.height) <= FIRST_SIDE) return;
  const bitmap = await decodePicture(await ask('preview', { image: now.taken.image, style: chosen, size }));
  if (session.value === now && style.value === chosen) replaceBitmap(previewBitmap, bitmap);
  else bitmap.close();
}
