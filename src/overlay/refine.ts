import { failureOf, UserFacingError } from '../protocol/failure';
import { isUnfinished } from '../protocol/job-life';
import type { RefineCommand, Refinement } from '../protocol/overlay-calls';
import { ask } from './ask';
import { decodePicture, replaceBitmap } from './decode-picture';
import { largerSide, refineOrder, tellForecast } from './forecast';
import { hideNotice, isRefining, lookAt, refinedBitmap, run, session, showNotice, type Run } from './state';

const ASK_EVERY_MS = 400;
/** Of one that was put aside, which the panel may go on with. */
const ASK_AT_REST_MS = 3000;

const STARTING: Run = { id: null, status: 'queued', fractionDone: null, remainingMs: null, outcome: null };

/** Optimises from the preview on. The preview stays until there is a picture that has more behind it, and can be looked at again. */
export function refine(): Promise<void> {
  return start(null);
}

/** Goes on from the refined picture, at its size or a larger one. */
export function paintOn(size: number): Promise<void> {
  return start(run.value?.id ?? null, size);
}

/** The run whose result is gone on from; null: it began with the preview. */
let finished: Run | null = null;

async function start(from: string | null, size?: number): Promise<void> {
  const [now, before] = [session.value, run.value];
  const order = refineOrder(from, size);
  if (!now || !order || isRefining.value) return;
  hideNotice();
  const begun: Run = { ...STARTING };
  run.value = begun;
  finished = before;
  try {
    const { id } = await ask('refine', order);
    if (run.value !== begun) return void give(id, 'cancel');
    run.value = { ...begun, id };
    await follow(id);
  } catch (error) {
    if (session.value !== now) return;
    run.value = finished;
    if (!finished) lookAt('preview');
    showNotice('error', failureOf(error).message);
  }
}

/** Pause, Continue, or Stop and keep. */
export async function command(what: RefineCommand): Promise<void> {
  const { id } = run.value ?? {};
  hideNotice();
  if (!id) return void endRun();
  try {
    await give(id, what);
    await hear(id);
    void follow(id);
  } catch (error) {
    showNotice('error', failureOf(error).message);
  }
}

/** Lets go of the run; as far as it came it stays in the history. Its id there, or null where there is nothing. */
export function endRun(): string | null {
  const last = run.value;
  run.value = null;
  if (!last?.id) return null;
  const hasPicture = last.fractionDone !== null;
  if (isUnfinished(last.status)) void give(last.id, hasPicture ? 'stop' : 'cancel').catch(() => undefined);
  return hasPicture || last.outcome ? last.id : null;
}

function give(id: string, what: RefineCommand): Promise<null> {
  return ask('orderRefinement', { id, command: what });
}

let followed: string | null = null;

/** Asks again and again: a question wakes the service worker, a port would die with it. Nobody looks at a page that is hidden. */
async function follow(id: string): Promise<void> {
  if (followed === id) return;
  followed = id;
  try {
    while (run.value?.id === id) {
      if (!document.hidden && !(await hear(id))) return;
      const isAtRest = run.value?.status === 'paused' || run.value?.status === 'interrupted';
      await new Promise((resolve) => setTimeout(resolve, isAtRest ? ASK_AT_REST_MS : ASK_EVERY_MS));
    }
  } finally {
    if (followed === id) followed = null;
  }
}

/** Whether there is more to come. */
async function hear(id: string): Promise<boolean> {
  const told = await ask('refinement', { id });
  if (run.value?.id !== id) return false;
  if (told.picture) await show(id, told.picture);
  if (run.value?.id !== id) return false;
  const { status, fractionDone, remainingMs, outcome } = told;
  if (status === 'failed') throw new UserFacingError('refine-failed', told.failure?.message ?? 'Refining stopped; try it again.');
  run.value = { id, status, fractionDone, remainingMs, outcome };
  if (isUnfinished(status)) return true;
  if (outcome) void tellNext(id, outcome);
  else run.value = finished;
  return false;
}

async function show(id: string, picture: NonNullable<Refinement['picture']>): Promise<void> {
  const bitmap = await decodePicture(picture);
  if (run.value?.id !== id) return bitmap.close();
  if (!refinedBitmap.value) lookAt('refined');
  replaceBitmap(refinedBitmap, bitmap);
}

/** One after the other: only the newest question is answered. */
async function tellNext(id: string, outcome: NonNullable<Refinement['outcome']>): Promise<void> {
  await tellForecast(id, Math.max(outcome.width, outcome.height));
  const larger = largerSide(outcome);
  if (larger) await tellForecast(id, larger);
}
