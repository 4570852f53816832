import { computed } from '@preact/signals';
import type { JobProgress, JobState } from '../../protocol/job';
import { formatDuration, formatLoss } from '../components/format';
import { job } from './job';
import { mixedStyles } from './styles/mix';
import { settings } from './settings/settings';
import { source } from './source';
import { isStarting, sizeFor, startBlocker, wouldRepeat } from './start-job';

type Lines = readonly [string, string];

/** What the action bar says: a heading and the details. */
export const statusLines = computed((): Lines => {
  if (isStarting.value) return ['Starting…', chosenNames()];
  const state = job.value;
  if (state?.status === 'capturing') return [`${state.activity || 'Preparing'}…`, styleOf(state)];
  if (state?.status === 'running' || state?.status === 'stopping')
    return state.progress ? runningLines(state.progress) : ['Running…', styleOf(state)];
  if (startBlocker.value) return ['Not ready yet', startBlocker.value];
  return state && (wouldRepeat.value || hasFailed(state)) ? lastLines(state) : readyLines();
});

/** For screen readers: changes a few times in a job. */
export const statusWord = computed(() => {
  if (isStarting.value) return 'Starting';
  switch (job.value?.status) {
    case 'capturing':
      return job.value.activity || 'Preparing';
    case 'running':
      return 'Running';
    case 'stopping':
      return 'Stopping';
    case 'done':
      return 'Finished';
    case 'cancelled':
      return 'Cancelled';
    default:
      return '';
  }
});

function runningLines({ evaluation, evaluations, scale, scales, elapsedMs, remainingMs }: JobProgress): Lines {
  const left = remainingMs === null ? '' : ` · ${formatDuration(remainingMs)} left`;
  const step = scales > 1 ? ` · scale ${scale} of ${scales}` : '';
  return [`Evaluation ${evaluation} of ${evaluations}`, `${formatDuration(elapsedMs)}${left}${step}`];
}

function lastLines(state: JobState): Lines {
  const { status, progress, result } = state;
  if (hasFailed(state)) return ['Stopped', 'Settings and the last picture are kept.'];
  if (status === 'cancelled') return ['Cancelled', progress ? `The picture after ${progress.evaluation} evaluations is kept.` : ''];
  if (!result) return ['Finished', styleOf(state)];
  const { report, width, height } = result;
  const last = report.evaluations.at(-1);
  const loss = last ? ` · J ${formatLoss(last.total)}` : '';
  return [`Finished in ${formatDuration(report.elapsedMs)}`, `${width} × ${height}${loss} · ${report.backend.name}`];
}

function readyLines(): Lines {
  const from = source.value;
  if (!from) return ['', ''];
  const longest = sizeFor(from, settings.value.size) ?? Math.max(from.width, from.height);
  const factor = longest / Math.max(from.width, from.height);
  const size = `${Math.round(from.width * factor)} × ${Math.round(from.height * factor)}`;
  return [chosenNames(), `${size} · ${settings.value.evaluations} evaluations`];
}

function hasFailed({ status }: JobState): boolean {
  return status === 'failed' || status === 'interrupted';
}

function chosenNames(): string {
  return mixedStyles.value.map(({ style }) => style.name).join(' + ');
}

function styleOf({ request }: JobState): string {
  return request.styles.map(({ name }) => name).join(' + ');
}
