import { base64OfBlob } from '../../editors/base64';
import type { RunForecast } from '../../protocol/forecast';
import { UserFacingError } from '../../protocol/failure';
import type { JobState } from '../../protocol/job';
import { isAtWork, isUnfinished } from '../../protocol/job-life';
import { call } from '../../protocol/messages';
import type { EncodedPicture, PageCalls, Refinement, RefineOrder, RefineOutcome } from '../../protocol/overlay-calls';
import { loadImage } from '../../storage/images';
import { ensureOffscreenDocument } from '../offscreen-document';
import { encodePicture } from './encode-picture';
import { newestPicture } from './followed-run';
import { paint } from './preview-for-page';
import { refineRequest } from './refine-request';

type Ordered = Parameters<PageCalls['orderRefinement']>[0];

/** The networks paint no larger. */
const START_SIDE = 1024;

export async function forecast(order: RefineOrder): Promise<RunForecast> {
  await ensureOffscreenDocument();
  return call('offscreen', 'forecastJob', await refineRequest(order));
}

/** Goes on from an earlier run, or from the preview. */
export async function refine(order: RefineOrder): Promise<{ id: string }> {
  await ensureOffscreenDocument();
  const request = await refineRequest(order);
  if (order.from !== null) return call('offscreen', 'startJob', request);
  const { image } = await paint({ ...order, size: Math.min(order.size, START_SIDE) }, true);
  return call('offscreen', 'startJob', { ...request, start: image });
}

export async function refinement({ id }: { id: string }): Promise<Refinement> {
  const state = await jobOf(id);
  const { status, progress, failure } = state;
  return {
    status,
    fractionDone: progress?.fractionDone ?? null,
    remainingMs: progress?.remainingMs ?? null,
    picture: await newPicture(state),
    outcome: outcomeOf(state),
    failure,
  };
}

/** One that was put aside ends with the picture that it was put aside with. */
export async function orderRefinement({ id, command }: Ordered): Promise<null> {
  if (command === 'pause') return call('offscreen', 'pauseJob', { id });
  if (command === 'resume') return call('offscreen', 'resumeJob', { id });
  const { status } = await jobOf(id);
  return call('offscreen', command === 'stop' && isAtWork(status) ? 'stopJob' : 'cancelJob', { id });
}

async function jobOf(id: string): Promise<JobState> {
  await ensureOffscreenDocument();
  const state = await call('offscreen', 'job', { id });
  if (!state) throw new UserFacingError('job-gone', 'This picture is no longer being made; refine it again.');
  return state;
}

async function newPicture({ id, status, result, kept }: JobState): Promise<EncodedPicture | null> {
  const newest = newestPicture(id);
  const stored = isUnfinished(status) ? null : (result ?? kept);
  if (stored) return { bytes: await base64OfBlob(await loadImage(stored.image)), type: 'image/png' };
  return newest && encodePicture(newest, 'image/webp');
}

function outcomeOf({ status, result, kept }: JobState): RefineOutcome | null {
  if (result) {
    const { width, height, elapsedMs } = result.report;
    return { width, height, stopped: result.stopped, elapsedMs };
  }
  return status === 'cancelled' && kept ? { width: kept.width, height: kept.height, stopped: true, elapsedMs: null } : null;
}
