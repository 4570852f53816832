import { computed } from '@preact/signals';
import { translate } from '../texts/translate';
import { formatDuration } from '../ui/durations';
import { forecastWords, paintingWords } from '../ui/run-words';
import type { RefineOutcome } from '../protocol/overlay-calls';
import { forecastKey, refineOrder } from './forecast';
import { forecasts, isPainting, previewBitmap, run, session, style, view, type Run } from './state';

/** What becomes of the run, or what one would take; null where there is nothing to say. */
export const statusWords = computed((): string | null => {
  if (isPainting.value && !previewBitmap.value) return translate`Painting the preview…`;
  const now = run.value;
  if (!now) return beforeWords();
  return now.outcome ? outcomeWords(now.outcome) : runWords(now);
});

/** Where a picture is copied and saved at another size than it was painted at. */
export const sizeWords = computed((): string | null => {
  const { outcome } = run.value ?? {};
  const { taken } = session.value ?? {};
  if (!outcome || !taken || Math.max(outcome.width, outcome.height) === Math.max(taken.width, taken.height)) return null;
  return translate`Copied and saved at the picture’s size, ${sizeOf(taken)}.`;
});

/** For those who listen: changes a few times in a run. */
export const announcement = computed((): string => {
  const name = style.value?.name ?? '';
  if (isPainting.value) return previewBitmap.value ? '' : translate`Painting the preview…`;
  const now = run.value;
  if (!now) return previewBitmap.value ? translate`Preview in the style “${name}”` : '';
  if (now.outcome) return outcomeWords(now.outcome);
  if (now.status !== 'running' || now.fractionDone === null) return runWords(now);
  const quarter = Math.floor(4 * now.fractionDone) * 25;
  return translate`Painting ${quarter} %`;
});

export const pictureLabel = computed((): string => {
  const [picture, chosen] = [session.value?.picture.name ?? '', style.value?.name ?? ''];
  return view.value === 'refined'
    ? translate`“${picture}” in the style “${chosen}”, refined`
    : translate`“${picture}” in the style “${chosen}”, preview`;
});

function beforeWords(): string | null {
  const order = refineOrder(null);
  const told = order && forecasts.value[forecastKey(order)];
  if (!told || !session.value) return null;
  const { taken } = session.value;
  const factor = order.size / Math.max(taken.width, taken.height);
  const size = sizeOf({ width: Math.round(taken.width * factor), height: Math.round(taken.height * factor) });
  return translate`Refining paints ${size}: ${forecastWords(told)}`;
}

function runWords({ status, fractionDone, remainingMs }: Run): string {
  const percent = `${Math.floor(100 * (fractionDone ?? 0))} %`;
  switch (status) {
    case 'queued':
      return fractionDone === null ? translate`Waits for its turn` : translate`Going on at ${percent}`;
    case 'paused':
      return translate`Paused at ${percent}`;
    case 'interrupted':
      return translate`Interrupted at ${percent}`;
    case 'stopping':
      return translate`Ending with this evaluation…`;
    case 'running':
      return fractionDone === null ? translate`Starting…` : paintingWords({ fractionDone, remainingMs });
    default:
      return translate`Starting…`;
  }
}

function outcomeWords({ stopped, elapsedMs, ...painted }: RefineOutcome): string {
  if (stopped) return translate`Stopped and kept, painted at ${sizeOf(painted)}.`;
  return translate`Refined in ${formatDuration(elapsedMs ?? 0)}, painted at ${sizeOf(painted)}.`;
}

function sizeOf({ width, height }: { width: number; height: number }): string {
  return `${width} × ${height}`;
}
