import { computed } from '@preact/signals';
import type { JobState } from '../../protocol/job';
import { formatDuration } from '../../ui/durations';
import { forecastWords, paintingWords } from '../../ui/run-words';
import { forecast } from './forecast';
import { job, waiting } from './job';
import { mixedStyles } from './styles/mix';
import { settings } from '../../preferences/settings';
import { source } from './source';
import { isStarting, sizeFor, startBlocker, wouldRepeat } from './start-job';
import { translate } from '../../texts/translate';
import { translateSentence } from '../../texts/translate-sentence';

type Lines = readonly [string, string];

/** What the action bar says: a heading and the details. */
export const statusLines = computed((): Lines => {
  if (isStarting.value) return [translate`Starting…`, chosenNames()];
  const state = job.value;
  if (state?.status === 'capturing') return [`${activityOf(state)}…`, styleOf(state)];
  if (state?.status === 'running' && state.progress) return [paintingWords(state.progress), behindIt(state)];
  if (state?.status === 'stopping') return [translate`Ending with this evaluation…`, behindIt(state)];
  if (state?.status === 'queued') return [translate`Waits for its turn`, styleOf(state)];
  if (startBlocker.value) return [translate`Not ready yet`, startBlocker.value];
  return state && (wouldRepeat.value || hasFailed(state) || state.status === 'paused') ? lastLines(state) : readyLines();
});

/** For screen readers: changes a few times in a job. */
export const statusWord = computed(() => {
  if (isStarting.value) return translate`Starting`;
  switch (job.value?.status) {
    case 'capturing':
      return activityOf(job.value);
    case 'running':
      return translate`Running`;
    case 'stopping':
      return translate`Stopping`;
    case 'paused':
      return translate`Paused`;
    case 'interrupted':
      return translate`Interrupted`;
    case 'done':
      return translate`Finished`;
    case 'cancelled':
      return translate`Cancelled`;
    default:
      return '';
  }
});

/** Those of the offscreen document are English. */
function activityOf({ activity }: JobState): string {
  return activity ? translateSentence(activity) : translate`Preparing`;
}

function behindIt(state: JobState): string {
  const count = waiting.value.length;
  if (count === 0) return styleOf(state);
  return count === 1 ? translate`${styleOf(state)} · 1 more waits` : translate`${styleOf(state)} · ${count} more wait`;
}

function lastLines(state: JobState): Lines {
  const { status, progress, result } = state;
  const percent = `${Math.floor(100 * (progress?.fractionDone ?? 0))} %`;
  if (status === 'interrupted') return [translate`Interrupted at ${percent}`, keptWords(state)];
  if (status === 'failed') return [translate`Stopped`, keptWords(state)];
  if (status === 'paused') return [translate`Paused at ${percent}`, keptWords(state)];
  if (status === 'cancelled') return [translate`Cancelled at ${percent}`, keptWords(state)];
  if (!result) return [translate`Finished`, styleOf(state)];
  const head = result.stopped
    ? translate`Stopped at ${percent} and kept`
    : translate`Finished in ${formatDuration(result.report.elapsedMs)}`;
  return [head, sizeWords(state)];
}

function keptWords({ kept }: JobState): string {
  return kept ? translate`The last picture is kept, ${kept.width} × ${kept.height}.` : translate`The settings are kept.`;
}

/** G's own size where it was enlarged to the layer's. */
function sizeWords({ result, request }: JobState): string {
  if (!result) return '';
  const { report, width, height } = result;
  const shown = `${width} × ${height}`;
  const painted = `${report.width} × ${report.height}`;
  return request.layer && painted !== shown ? translate`Painted at ${painted}, enlarged to ${shown}` : shown;
}

function readyLines(): Lines {
  const from = source.value;
  if (!from) return ['', ''];
  const longest = sizeFor(from, settings.value.size) ?? Math.max(from.width, from.height);
  const factor = longest / Math.max(from.width, from.height);
  const size = `${Math.round(from.width * factor)} × ${Math.round(from.height * factor)}`;
  const told = forecast.value;
  return [chosenNames(), told ? `${forecastWords(told)} · ${size}` : translate`${size} · ${settings.value.evaluations} evaluations`];
}

function hasFailed({ status }: JobState): boolean {
  return status === 'failed' || status === 'interrupted';
}

function chosenNames(): string {
  return mixedStyles.value.map(({ style }) => style.name).join(' + ');
}

function styleOf({ request }: JobState): string {
  return stylesOf(request);
}

/** "Starlit swirls + Stained glass" */
export function stylesOf(request: JobState['request']): string {
  return request.styles.map(({ name }) => name).join(' + ');
}
