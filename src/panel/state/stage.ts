import { computed, effect, signal } from '@preact/signals';
import { contentUrl, isRunning, job, livePicture, resultUrl } from './job';
import { activeStyleId, secondPercent } from './styles/mix';
import { previewPicture, previewStrength } from './preview';
import { source, sourceUrl } from './source';

export type StageView = 'source' | 'preview' | 'result';

/** What the user wants to look at, where there is a choice. */
export const stageView = signal<StageView>('source');

/** Unlike the job itself, it doesn't change with every evaluation: who looks at a preview meanwhile goes on doing so. */
const jobId = computed(() => job.value?.id);
const hasResult = computed(() => livePicture.value !== null || resultUrl.value !== null);

/** What there is to look at. */
export const stageViews = computed((): readonly StageView[] => {
  if (sourceUrl.value === null) return [];
  return ['source', ...(previewPicture.value ? (['preview'] as const) : []), ...(hasResult.value ? (['result'] as const) : [])];
});

/** The view that is looked at: the layer until what is wanted is there. */
export const shownView = computed((): StageView => (stageViews.value.includes(stageView.value) ? stageView.value : 'source'));

/** What the large picture shows. */
export const stageShows = computed(() => {
  if (stageView.value === 'result' && job.value) {
    if (resultUrl.value && contentUrl.value) return 'compare';
    if (livePicture.value) return 'live';
    if (isRunning.value && contentUrl.value) return 'waiting';
  }
  if (stageView.value === 'preview' && previewPicture.value && sourceUrl.value) return 'preview';
  return sourceUrl.value ? 'source' : 'empty';
});

/** Width over height of what is shown. */
export const stageRatio = computed(() => {
  const shown = stageView.value === 'result' ? shapeOfJob() : source.value;
  const { width, height } = shown ?? { width: 3, height: 2 };
  return width / height;
});

/** Of the style that is chosen, whether or not it was before. */
export function showPreview(): void {
  if (source.peek()) stageView.value = 'preview';
}

/** A new job shows its picture; a new source and another style the preview, which stands behind the layer until it is painted. */
export function followStage(): () => void {
  const disposers = [
    effect(() => {
      if (jobId.value) stageView.value = 'result';
    }),
    effect(() => {
      if (source.value?.image && source.value.image !== job.peek()?.request.content) stageView.value = 'preview';
    }),
    followChoices(),
  ];
  return () => disposers.forEach((dispose) => dispose());
}

/** The choice that was found on opening is nobody's wish to see a preview. */
function followChoices(): () => void {
  let chosen: string | null = null;
  return effect(() => {
    const choice = JSON.stringify([activeStyleId.value, secondPercent.value, previewStrength.value]);
    if (chosen !== null && activeStyleId.value && chosen !== choice && source.peek()) stageView.value = 'preview';
    chosen = activeStyleId.value && choice;
  });
}

function shapeOfJob(): { width: number; height: number } | null {
  const state = job.value;
  return state?.request.layer ?? state?.result ?? livePicture.value ?? source.value;
}
