import { computed, effect, signal } from '@preact/signals';
import { contentUrl, isRunning, job, livePicture, resultUrl } from './job';
import { source, sourceUrl } from './source';

/** What the user wants to look at, where there is a choice. */
export const stageView = signal<'source' | 'result'>('source');

export const canChooseView = computed(() => sourceUrl.value !== null && (livePicture.value !== null || resultUrl.value !== null));

/** What the large picture shows. */
export const stageShows = computed(() => {
  if (stageView.value === 'result' && job.value) {
    if (resultUrl.value && contentUrl.value) return 'compare';
    if (livePicture.value) return 'live';
    if (isRunning.value && contentUrl.value) return 'waiting';
  }
  return sourceUrl.value ? 'source' : 'empty';
});

/** Width over height of what is shown. */
export const stageRatio = computed(() => {
  const shown = stageView.value === 'result' ? shapeOfJob() : source.value;
  const { width, height } = shown ?? { width: 3, height: 2 };
  return width / height;
});

/** A new job shows its picture, a new source itself. */
export function followStage(): () => void {
  const disposers = [
    effect(() => {
      if (job.value?.id) stageView.value = 'result';
    }),
    effect(() => {
      if (source.value?.image && source.value.image !== job.peek()?.request.content) stageView.value = 'source';
    }),
  ];
  return () => disposers.forEach((dispose) => dispose());
}

function shapeOfJob(): { width: number; height: number } | null {
  const state = job.value;
  return state?.request.layer ?? state?.result ?? livePicture.value ?? source.value;
}
