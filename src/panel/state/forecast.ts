import { computed, effect, signal } from '@preact/signals';
import type { RunForecast } from '../../protocol/forecast';
import { call } from '../../protocol/messages';
import { isRunning } from './job';
import { isOptimizing } from './optimized-preview';
import { isPreviewing } from './preview';
import { chosenNetwork } from '../../preferences/network';
import { transferSettingsOf } from '../../preferences/panel-settings';
import { settings } from '../../preferences/settings';
import { source } from './source';
import { createRequest, sizeFor, startBlocker } from './start-job';
import { mixedStyles } from './styles/mix';

/** Choices that follow each other sooner are one. */
const PAUSE_MS = 500;

const told = signal<{ key: string; forecast: RunForecast } | null>(null);

/** All that a run's time depends on; null while no run can be started. */
const key = computed(() => {
  const from = source.value;
  if (startBlocker.value || !from) return null;
  // A learned style would have to be painted first, which takes longer than to guess.
  if (mixedStyles.value.some(({ style }) => style.source.kind === 'learned')) return null;
  const { size, engine } = settings.value;
  const styles = mixedStyles.value.map(({ style, weight }) => [style.id, weight]);
  return JSON.stringify([from.image, styles, sizeFor(from, size), engine, transferSettingsOf(settings.value), chosenNetwork.value?.id]);
});

/** What a run of the present choice would take; null until it was measured. */
export const forecast = computed(() => (told.value && told.value.key === key.value ? told.value.forecast : null));

/** Measures while nothing else is computed, so that the figure is true and nobody waits for it. */
export function followForecasts(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return effect(() => {
    clearTimeout(timer);
    const wanted = key.value;
    const isBusy = isRunning.value || isPreviewing.value || isOptimizing.value;
    if (!wanted || isBusy || told.peek()?.key === wanted) return;
    timer = setTimeout(() => void ask(wanted), PAUSE_MS);
  });
}

async function ask(wanted: string): Promise<void> {
  try {
    const found = await call('background', 'forecastJob', await createRequest());
    told.value = { key: wanted, forecast: found };
  } catch {
    // Without a forecast the run can be started all the same, and says itself what is wrong.
  }
}
