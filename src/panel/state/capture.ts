import { signal } from '@preact/signals';
import { UserFacingError } from '../../protocol/failure';
import type { CapturedLayer, CaptureRequest } from '../../protocol/layer';
import { call } from '../../protocol/messages';

/** By then most pages have answered; a stuck one never does. */
const SLOW_MS = 10_000;

/** Gives up the capture that takes so long; null while none does. */
export const giveUpSlowCapture = signal<(() => void) | null>(null);

/** What a page answers after it was given up is not heard. */
export async function captureWithPatience(request: CaptureRequest): Promise<CapturedLayer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const givenUp = new Promise<never>((_, reject) => {
    const error = new UserFacingError('given-up', 'The capture was cancelled; if the page is stuck, reload it, then capture again.');
    timer = setTimeout(() => (giveUpSlowCapture.value = () => reject(error)), SLOW_MS);
  });
  try {
    return await Promise.race([call('background', 'captureLayer', request), givenUp]);
  } finally {
    clearTimeout(timer);
    giveUpSlowCapture.value = null;
  }
}
