import { computed, signal } from '@preact/signals';
import { newJob, type JobRequest } from '../../protocol/job';
import { failureOf, UserFacingError } from '../../protocol/failure';
import { call } from '../../protocol/messages';
import { isRunning, job, runError, showState } from './job';
import { maskRefs, storedMasks, styleRegions } from './brush/masks';
import { chosenStyles, mixedStyles } from './styles/mix';
import { transferSettingsOf, type SettingKey } from '../../preferences/panel-settings';
import { paintPreview } from './quick';
import { rememberStyles } from './styles/recent-styles';
import { chosenNetwork } from '../../preferences/network';
import { hasSelection, selectionMask } from './selection';
import { settingProblems, settings } from '../../preferences/settings';
import { source, sourceBusy, type Source } from './source';
import { selectedStyle } from './styles/styles';
import { translate } from '../../texts/translate';
import { translateSentence } from '../../texts/translate-sentence';
import { labelOf } from '../../preferences/setting-texts';

export const isStarting = signal(false);

/** Why Start can't be pressed; null if it can. */
export const startBlocker = computed(() => {
  // What is shown until then may be the layer of a tab that was closed long ago.
  if (sourceBusy.value) return translate`Wait until the new content is there.`;
  if (!source.value) return translate`Capture a layer or open an image first.`;
  if (!selectedStyle.value) return translate`Choose a style.`;
  const [problem] = Object.entries(settingProblems.value);
  if (problem) return `${labelOf(problem[0] as SettingKey)}: ${translateSentence(problem[1])}`;
  return null;
});

/** Whether a start would repeat the last job. */
export const wouldRepeat = computed(() => {
  const last = job.value?.request;
  if (!last || !source.value) return false;
  const { size, engine } = settings.value;
  const styles = mixedStyles.value.map(({ style, weight }) => [style.name, weight]);
  if (!isPaintedAs(last)) return false;
  const now = [
    source.value.image,
    styles,
    sizeFor(source.value, size),
    engine,
    transferSettingsOf(settings.value),
    settings.value.startFromPreview,
    chosenNetwork.value?.id ?? null,
  ];
  const lastStyles = last.styles.map(({ name, weight }) => [name, weight]);
  return (
    JSON.stringify(now) ===
    JSON.stringify([last.content, lastStyles, last.size, last.engine, last.settings, Boolean(last.start), last.network ?? null])
  );
});

/** Whether the brush says what it said then; a selection of the editor's came with the layer. */
function isPaintedAs(last: JobRequest): boolean {
  const { strength, keep, style1, style2 } = maskRefs.value;
  const [first, second] = last.styles.map(({ mask }) => mask);
  const regions = mixedStyles.value.length > 1 ? [style1, style2] : [];
  const sameRegions = regions.some(Boolean)
    ? (!regions[0] || regions[0] === first) && (!regions[1] || regions[1] === second)
    : !first && !second;
  const sameStrength = strength ? strength === last.mask : hasSelection.value || !last.mask;
  return sameStrength && (keep ?? null) === (last.keepMask ?? null) && sameRegions;
}

export async function startJob(): Promise<void> {
  if (startBlocker.value) return;
  await submitJob(async () => ({ ...(await createRequest()), start: settings.value.startFromPreview ? await paintPreview() : null }));
  rememberStyles(mixedStyles.value.map(({ style }) => style));
}

/** What can't be asked for is told where a run's failures are. */
export async function submitJob(requested: () => JobRequest | Promise<JobRequest>): Promise<void> {
  if (isStarting.value) return;
  isStarting.value = true;
  runError.value = null;
  try {
    const request = await requested();
    const { id } = await call('background', 'startJob', request);
    // One that has to wait is seen in the queue.
    if (!isRunning.value && job.value?.id !== id) showState(newJob(id, request));
  } catch (error) {
    runError.value = failureOf(error).message;
  } finally {
    isStarting.value = false;
  }
}

/** A run of the present choice, but for the preview that it may begin with. */
export async function createRequest(): Promise<JobRequest> {
  const from = source.value;
  if (!from) throw new UserFacingError('no-source', 'Capture a layer or open an image first.');
  const styles = await chosenStyles();
  const regions = await styleRegions(styles.length);
  const painted = await storedMasks();
  return {
    content: from.image,
    styles: styles.map((style, i) => ({ ...style, mask: regions[i] ?? null })),
    mask: painted.strength ?? (await selectionMask(from.layer)),
    keepMask: painted.keep ?? null,
    start: null,
    size: sizeFor(from, settings.value.size),
    engine: settings.value.engine,
    settings: transferSettingsOf(settings.value),
    network: chosenNetwork.value?.id ?? null,
    layer: from.layer,
    insertWhenFinished: settings.value.insertWhenFinished && from.layer !== null,
  };
}

/** A layer is never enlarged. */
export function sizeFor({ width, height }: Pick<Source, 'width' | 'height'>, size: number | null): number | null {
  return size !== null && size < Math.max(width, height) ? size : null;
}
