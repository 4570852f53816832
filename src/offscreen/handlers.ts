import { createJobEventSender } from '../protocol/events';
import type { Handlers } from '../protocol/calls';
import { createPreviewSender } from '../protocol/events';
import { loadLastJob, saveJob } from '../storage/jobs';
import { JobRunner } from './job-runner';
import { PreviewQueue } from './previews/preview-queue';

/** Owns the job and the Workers that do everything heavy; they start with the first call that needs them. */
export function createHandlers(): Handlers<'offscreen'> {
  const runner = new JobRunner({
    createWorker: () => new Worker('/offscreen/worker.js', { type: 'module', name: 'brushover-optimiser' }),
    send: createJobEventSender(),
    save: saveJob,
    loadLast: loadLastJob,
  });
  const previews = new PreviewQueue({
    createWorker: () => new Worker('/offscreen/preview-worker.js', { type: 'module', name: 'brushover-previews' }),
    send: createPreviewSender(),
  });
  return {
    startJob: (request) => runner.start(request),
    cancelJob: ({ id }) => runner.cancel(id),
    currentJob: () => runner.current(),
    preview: (request) => previews.add(request),
    cancelPreviews: ({ ids }) => previews.cancel(ids),
  };
}
