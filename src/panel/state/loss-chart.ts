import { computed, signal } from '@preact/signals';
import { job, losses, type LossPoint } from './job';

/** A part of J with its weight, so that content and style and smoothing add up to the total. */
export type WeightedLoss = LossPoint;

export const chartOpen = signal(false);

/** α·J_content, β·J_style and J at each evaluation. */
export const weightedLosses = computed((): readonly WeightedLoss[] => {
  const { contentWeight = 1, styleWeight = 1 } = job.value?.request.settings ?? {};
  return losses.value.map((point) => ({ ...point, content: contentWeight * point.content, style: styleWeight * point.style }));
});
