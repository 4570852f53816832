import { computed } from '@preact/signals';
import { continuing, nextSize } from '../../protocol/continuing';
import { layerNameOf } from '../../protocol/job';
import { loadImage } from '../../storage/images';
import { job } from './job';
import { createRequest, startBlocker, submitJob } from './start-job';
import { chosenMoment, keepMoment } from './moments';
import { source } from './source';
import { addOwnStyle } from './styles/own-styles';

/** The next larger size of the picture that is there, or null where the content has no more pixels. */
export const largerSize = computed(() => {
  const painted = job.value?.result?.report;
  const from = source.value;
  if (!painted || !from || from.image !== job.value?.request.content) return null;
  return nextSize(painted, from);
});

/** Goes on from the picture that is there, at twice its size or the content's. */
export async function paintLarger(): Promise<void> {
  const state = job.value;
  const size = largerSize.value;
  if (state?.result && size) await submitJob(() => continuing(state, size));
}

/** Goes on from the picture that is there, at its size. */
export async function paintMore(): Promise<void> {
  const state = job.value;
  if (!state?.result) return;
  const { width, height } = state.result.report;
  await submitJob(() => continuing(state, Math.max(width, height)));
}

/** A run can go on from what is shown as long as there is a picture of the same content. */
export const canStartHere = computed(
  () =>
    startBlocker.value === null &&
    source.value?.image === job.value?.request.content &&
    Boolean(chosenMoment.value ?? job.value?.result ?? job.value?.kept),
);

/** Goes on from the picture that is shown, with the styles and settings as they are chosen now. */
export async function startHere(): Promise<void> {
  const moment = chosenMoment.value;
  await submitJob(async () => {
    const start = moment ? await keepMoment(moment) : (job.value?.result ?? job.value?.kept);
    return { ...(await createRequest()), start: start?.image ?? null };
  });
}

/** The picture joins the user's own styles. */
export async function addAsStyle(): Promise<void> {
  const state = job.value;
  if (state?.result) await addOwnStyle(await loadImage(state.result.image), layerNameOf(state.request));
}
