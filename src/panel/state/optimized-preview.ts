import { computed, effect, signal } from '@preact/signals';
import { askPreview } from './ask-preview';
import { styleRegions } from './brush/masks';
import { isRunning } from './job';
import { optimizedPreview, preview, requestOf, type FastPreview } from './preview';
import { chosenNetwork } from '../../preferences/network';
import { transferSettingsOf } from '../../preferences/panel-settings';
import { settingProblems, settings } from '../../preferences/settings';

/** Longest side: about that of a run's first scale, where most is decided. See docs/decisions/0066. */
const SIDE = 128;

export const isOptimizing = signal(false);

/** The panel's own settings, such as G's size, change no preview. */
const settingsKey = computed(() => JSON.stringify([transferSettingsOf(settings.value), chosenNetwork.value?.id]));

/**
 * Where the fast preview is there, asks how the optimisation with the present settings would begin, and lets that take
 * its place. Another choice, another setting or a job ends it.
 */
export function followOptimizedPreviews(): () => void {
  let running: AbortController | null = null;
  return effect(() => {
    running?.abort();
    running = null;
    isOptimizing.value = false;
    const fast = preview.value;
    const key = settingsKey.value;
    const areUsable = Object.keys(settingProblems.value).length === 0;
    if (!fast || !areUsable || isRunning.value || !canBeOptimized(fast) || isThere(fast, key)) return;
    running = new AbortController();
    void paint(fast, key, running.signal);
  });
}

/** Learned styles have no picture to optimise for, and a strength below 100 % is of the fast networks alone. */
function canBeOptimized({ order }: FastPreview): boolean {
  return order.strength === 1 && order.styles.every(({ source, weight }) => source.kind !== 'learned' || weight === 0);
}

function isThere(fast: FastPreview, key: string): boolean {
  const there = optimizedPreview.peek();
  return there?.of === fast && there.settings === key;
}

async function paint(of: FastPreview, key: string, signal: AbortSignal): Promise<void> {
  isOptimizing.value = true;
  try {
    const request = await requestOf(of.order, SIDE, false);
    const regions = await styleRegions(request.styles.length);
    const styles = request.styles.map((style, i) => ({ ...style, mask: regions[i] ?? null }));
    const optimized = transferSettingsOf(settings.peek());
    const network = chosenNetwork.peek()?.id ?? null;
    const { picture } = await askPreview({ ...request, styles, keepMask: of.order.kept, optimized, network }, signal);
    optimizedPreview.value = { of, settings: key, picture };
  } catch {
    // The fast preview stays, and Stylize itself says what is wrong with the settings.
  } finally {
    if (!signal.aborted) isOptimizing.value = false;
  }
}
