import type { StyleTransferSettings } from '../settings';

/** At one scale: what the coarse half of so few decided was further from the finished picture. See docs/decisions/0066. */
const EVALUATIONS = 10;

/**
 * Only L-BFGS gets anywhere in so few evaluations, and only from the content; what else decides the picture is as in the
 * run itself.
 */
export function previewSettings(settings: StyleTransferSettings): StyleTransferSettings {
  return {
    ...settings,
    optimizer: 'lbfgs',
    learningRate: null,
    init: 'content',
    scales: 1,
    evaluations: EVALUATIONS,
    earlyStop: null,
    tileMemory: null,
  };
}
