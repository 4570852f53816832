import { createJobEventSender } from '../protocol/events';
import type { Handlers } from '../protocol/calls';
import { createExplorerSender, createPreviewSender } from '../protocol/events';
import { UserFacingError } from '../protocol/failure';
import { call } from '../protocol/messages';
import { deleteJob, loadJobs, saveJob } from '../storage/jobs';
import { withoutRows } from './jobs/without-rows';
import { JobHistory } from './jobs/history';
import { JobRunner } from './jobs/job-runner';
import { ExplorerDesk, JOB_RUNNING } from './explorer/explorer-desk';
import { PreviewQueue } from './previews/preview-queue';
import type { ExplorerOrder } from './explorer/worker-messages';
import { MaskFinder } from './masks/mask-finder';
import { watched } from './worker-life';

/** Owns the job and the Workers that do everything heavy; they start with the first call that needs them. */
export function createHandlers(): Handlers<'offscreen'> {
  const runner = new JobRunner({
    createWorker: (onDeath) => watched(new Worker('/offscreen/worker.js', { type: 'module', name: 'brushover-optimiser' }), onDeath),
    send: createJobEventSender(),
    shelf: { load: loadJobs, save: saveJob, delete: deleteJob },
    onEnd: (state) => void history.ended(state),
  });
  const history = new JobHistory(runner.book, (end) => call('background', 'jobEnded', end));
  const previews = new PreviewQueue({
    createWorker: (onDeath) => watched(new Worker('/offscreen/preview-worker.js', { type: 'module', name: 'brushover-previews' }), onDeath),
    send: createPreviewSender(),
  });
  const optimized = new PreviewQueue({
    createWorker: (onDeath) =>
      watched(new Worker('/offscreen/optimized-preview-worker.js', { type: 'module', name: 'brushover-optimised-previews' }), onDeath),
    send: createPreviewSender(),
  });
  const masks = new MaskFinder((onDeath) =>
    watched(new Worker('/offscreen/mask-worker.js', { type: 'module', name: 'brushover-masks' }), onDeath),
  );
  const explorer = new ExplorerDesk({
    createWorker: (onDeath) =>
      watched(new Worker('/offscreen/explorer-worker.js', { type: 'module', name: 'brushover-explorer' }), onDeath),
    send: createExplorerSender(),
  });
  const explore = (order: ExplorerOrder): Promise<null> => {
    if (runner.isRunning()) throw new UserFacingError('job-running', JOB_RUNNING);
    return explorer.order(order);
  };
  return {
    measureEngines: () => runner.measureEngines(),
    readHistory: () => runner.book.readAnew(),
    startJob: (request) => {
      optimized.stop();
      explorer.stop();
      return runner.start(request);
    },
    forecastJob: (request) => runner.forecast(request),
    cancelJob: ({ id }) => runner.cancel(id),
    pauseJob: ({ id }) => runner.pause(id),
    stopJob: ({ id }) => runner.stop(id),
    resumeJob: ({ id }) => runner.resume(id),
    moveJobUp: ({ id }) => runner.moveUp(id),
    pinJob: ({ id, pinned }) => history.pin(id, pinned),
    deleteJob: ({ id }) => history.delete(id),
    undeleteJob: ({ id }) => history.undelete(id),
    currentJob: () => runner.current(),
    job: ({ id }) => runner.job(id),
    tellMoments: ({ id }) => runner.moments.tell(id),
    keepMoment: ({ id, evaluation }) => runner.moments.keep(id, evaluation),
    dropMoment: ({ id, evaluation }) => runner.moments.drop(id, evaluation),
    jobs: async () => (await runner.jobs()).map(withoutRows),
    preview: (request) => {
      if (request.optimized === null) return previews.add(request);
      if (runner.isRunning()) throw new UserFacingError('job-running', 'A picture is being made; this preview waits until it is done.');
      return optimized.add(request);
    },
    exploreLayer: (request) => explore({ type: 'explore', request }),
    rebuildLayer: (request) => explore({ type: 'rebuild', request }),
    cancelExploring: ({ id }) => explorer.cancel(id),
    findMask: (request) => masks.find(request),
    cancelPreviews: ({ ids }) => {
      optimized.cancel(ids);
      return previews.cancel(ids);
    },
  };
}
