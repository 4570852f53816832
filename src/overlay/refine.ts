import { failureOf, UserFacingError } from '../protocol/failure';
import { ask } from './ask';
import { show } from './show-picture';
import { phase, progress, session, showNotice, hideNotice, strength, style } from './state';

const ASK_EVERY_MS = 400;

let running: { id: string } | null = null;

/** Optimises from the preview on; the picture is replaced as it gets better. */
export async function refine(): Promise<void> {
  const now = session.value;
  if (!now || !style.value || phase.value === 'refining') return;
  phase.value = 'refining';
  hideNotice();
  progress.value = null;
  try {
    const { id } = await ask('refine', { image: now.taken.image, style: style.value, strength: strength.value / 100 });
    if (session.value !== now || phase.value !== 'refining') return void ask('cancelRefinement', { id });
    running = { id };
    await follow(id);
  } catch (error) {
    if (session.value !== now) return;
    phase.value = 'preview';
    showNotice('error', failureOf(error).message);
  } finally {
    progress.value = null;
  }
}

/** Cancels; the last picture stays. */
export function stopRefining(): void {
  const job = running;
  running = null;
  if (!job) return;
  if (phase.value === 'refining') phase.value = 'refined';
  void ask('cancelRefinement', job).catch(() => undefined);
}

/** Asks again and again: a question wakes the service worker, a port would die with it. */
async function follow(id: string): Promise<void> {
  while (running?.id === id) {
    const state = await ask('refinement', { id });
    if (running?.id !== id) return;
    if (state.picture) await show(state.picture);
    if (state.status === 'failed' || state.status === 'interrupted')
      throw new UserFacingError('refine-failed', state.failure?.message ?? 'Refining stopped; try it again.');
    if (state.status === 'done' || state.status === 'cancelled') {
      running = null;
      phase.value = 'refined';
      return;
    }
    progress.value = state;
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
}
