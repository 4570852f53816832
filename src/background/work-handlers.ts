import type { AnswerOf, CallName, Handlers, RequestOf } from '../protocol/calls';
import { call } from '../protocol/messages';
import { ensureOffscreenDocument, hasOffscreenDocument } from './offscreen-document';

type Work = Handlers<'offscreen'>;

/** Starts the offscreen document if need be, and passes the call on to it. */
function passedOn<N extends CallName<'offscreen'>>(name: N): (request: RequestOf<'offscreen', N>) => Promise<AnswerOf<'offscreen', N>> {
  return async (request) => {
    await ensureOffscreenDocument();
    return call('offscreen', name, request);
  };
}

/** What the offscreen document does for those who can't speak to it. */
export const workHandlers: Work = {
  measureEngines: passedOn('measureEngines'),
  readHistory: passedOn('readHistory'),
  startJob: passedOn('startJob'),
  forecastJob: passedOn('forecastJob'),
  cancelJob: passedOn('cancelJob'),
  pauseJob: passedOn('pauseJob'),
  stopJob: passedOn('stopJob'),
  resumeJob: passedOn('resumeJob'),
  moveJobUp: passedOn('moveJobUp'),
  pinJob: passedOn('pinJob'),
  deleteJob: passedOn('deleteJob'),
  undeleteJob: passedOn('undeleteJob'),
  currentJob: passedOn('currentJob'),
  job: passedOn('job'),
  tellMoments: passedOn('tellMoments'),
  keepMoment: passedOn('keepMoment'),
  dropMoment: passedOn('dropMoment'),
  jobs: passedOn('jobs'),
  preview: passedOn('preview'),
  findMask: passedOn('findMask'),
  exploreLayer: passedOn('exploreLayer'),
  rebuildLayer: passedOn('rebuildLayer'),
  // Nothing waits where there is no document.
  async cancelPreviews(request) {
    if (await hasOffscreenDocument()) await call('offscreen', 'cancelPreviews', request);
    return null;
  },
  async cancelExploring(request) {
    if (await hasOffscreenDocument()) await call('offscreen', 'cancelExploring', request);
    return null;
  },
};
