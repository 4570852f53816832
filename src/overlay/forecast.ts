import type { RefineOrder } from '../protocol/overlay-calls';
import { ask } from './ask';
import { contentPlace } from './picture/place';
import { forecasts, session, style } from './state';

/** As sharp as most pictures are shown, and done in a minute or two. */
const MOST_SIDE = 768;
const LEAST_SIDE = 384;
/** Further only the panel goes. */
const LARGEST_SIDE = 2048;
const FACTOR = 2;

/** Refining from the preview, or from the result of a run, at the same size or a larger one. Null while there is nothing to refine. */
export function refineOrder(from: string | null, size = refineSide()): RefineOrder | null {
  const now = session.value;
  if (!now || !style.value) return null;
  return { image: now.taken.image, style: style.value, size, from };
}

/** The longest side, in pixels, that shows all that the screen does, as far as the picture has it. */
function refineSide(): number {
  const now = session.value;
  if (!now) return LEAST_SIDE;
  const { width, height } = contentPlace(now.picture.element);
  const onScreen = Math.max(width / now.taken.part.width, height / now.taken.part.height) * devicePixelRatio;
  const side = Math.min(MOST_SIDE, Math.max(LEAST_SIDE, Math.round(onScreen)));
  return Math.min(side, Math.max(now.taken.width, now.taken.height));
}

/** The next larger side than a picture was painted at; null where the page's picture has no more pixels. */
export function largerSide(painted: { width: number; height: number }): number | null {
  const { taken } = session.value ?? {};
  if (!taken) return null;
  const [now, most] = [Math.max(painted.width, painted.height), Math.min(LARGEST_SIDE, Math.max(taken.width, taken.height))];
  return now < most ? Math.min(FACTOR * now, most) : null;
}

export function forecastKey({ image, style: { source }, size, from }: RefineOrder): string {
  return JSON.stringify([image, source, size, from]);
}

/** Measured while nothing else is computed; without it the run can be started all the same. */
export async function tellForecast(from: string | null, size?: number): Promise<void> {
  const order = refineOrder(from, size);
  if (!order || forecastKey(order) in forecasts.value) return;
  const told = await ask('forecast', order).catch(() => null);
  if (told) forecasts.value = { ...forecasts.value, [forecastKey(order)]: told };
}

export function forgetForecasts(): void {
  forecasts.value = {};
}
