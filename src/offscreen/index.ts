/** The offscreen document: owns the job and the Worker that does it, and answers the service worker's calls. */
import { answerCalls } from '../protocol/messages';
import { createJobEventSender } from '../protocol/events';
import { createPreviewSender } from '../protocol/preview-events';
import { JobRunner } from './job-runner';
import { PreviewQueue } from './previews/preview-queue';
import { loadLastJob, saveJob } from '../storage/jobs';

const send = createJobEventSender();
const runner = new JobRunner({
  createWorker: () => new Worker('worker.js', { type: 'module', name: 'brushover-optimiser' }),
  send,
  save: saveJob,
  loadLast: loadLastJob,
});

const previews = new PreviewQueue({
  createWorker: () => new Worker('preview-worker.js', { type: 'module', name: 'brushover-previews' }),
  send: createPreviewSender(),
});

answerCalls('offscreen', {
  startJob: (request) => runner.start(request),
  cancelJob: ({ id }) => runner.cancel(id),
  currentJob: () => runner.current(),
  preview: (request) => previews.add(request),
  cancelPreviews: ({ ids }) => previews.cancel(ids),
});
