import { computed, signal } from '@preact/signals';
import type { EngineFigure, EngineName } from '../../nst/engines/engine';
import { measuredEngine, readMeasuredEngine } from '../../preferences/measured-engine';
import { settings } from '../../preferences/settings';
import { failureOf } from '../../protocol/failure';
import { call } from '../../protocol/messages';

export const isMeasuring = signal(false);
export const engineError = signal<string | null>(null);

/** The last that is known of each engine. */
export const engineFigures = computed(() => new Map((measuredEngine.value?.figures ?? []).map((figure) => [figure.name, figure])));

/** The engine that the next run begins with; null where it measures first. */
export const usedEngine = computed<EngineName | null>(() =>
  settings.value.engine === 'auto' ? (measuredEngine.value?.name ?? null) : settings.value.engine,
);

/** Takes seconds, and is refused while a picture is being made. */
export async function measureEngines(): Promise<void> {
  isMeasuring.value = true;
  engineError.value = null;
  try {
    await call('background', 'measureEngines', null);
  } catch (error) {
    const { code, message } = failureOf(error);
    // Firefox' panel does the work of its own page.
    engineError.value = code === 'no-answer' ? 'Open Brushover’s panel, which does the measuring, then measure again.' : message;
  } finally {
    await readMeasuredEngine();
    isMeasuring.value = false;
  }
}

/** How fast an engine is beside the fastest, 0…1; null where it was not timed. */
export function speedOf(figure: EngineFigure | undefined, all: Iterable<EngineFigure>): number | null {
  if (!figure?.milliseconds) return null;
  const timed = [...all].flatMap(({ milliseconds }) => (milliseconds ? [milliseconds] : []));
  return Math.min(...timed) / figure.milliseconds;
}
