import { computed } from '@preact/signals';
import type { JobRequest, JobState } from '../../protocol/job';
import { layerNameOf } from '../../protocol/job';
import { loadImage } from '../../storage/images';
import { job } from './job';
import { createRequest, startBlocker, submitJob } from './start-job';
import { chosenMoment, keepMoment } from './moments';
import { source } from './source';
import { addOwnStyle } from './styles/own-styles';

/** What a picture that is painted already takes to follow the style at another size, or more closely at its own. */
const EVALUATIONS = 30;
const FACTOR = 2;

/** The next larger size of the picture that is there, or null where the content has no more pixels. */
export const largerSize = computed(() => {
  const painted = job.value?.result?.report;
  const from = source.value;
  if (!painted || !from || from.image !== job.value?.request.content) return null;
  const [now, most] = [Math.max(painted.width, painted.height), Math.max(from.width, from.height)];
  return now < most ? Math.min(FACTOR * now, most) : null;
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

/** A run that begins with the result. Longest side of the new G in pixels. */
export function continuing({ request, result }: JobState, size: number): JobRequest {
  const scales = [{ scale: 1, evaluations: EVALUATIONS }];
  return { ...request, start: result!.image, size, settings: { ...request.settings, scales } };
}
