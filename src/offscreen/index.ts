/** The offscreen document: owns the job and the Worker that does it, and answers the service worker's calls. */
import { answerCalls } from '../protocol/messages';
import { createJobEventSender } from '../protocol/events';
import { JobRunner } from './job-runner';
import { loadLastJob, saveJob } from '../storage/jobs';

const send = createJobEventSender();
const runner = new JobRunner({
  createWorker: () => new Worker('worker.js', { type: 'module', name: 'brushover-optimiser' }),
  send,
  save: saveJob,
  loadLast: loadLastJob,
});

answerCalls('offscreen', {
  startJob: (request) => runner.start(request),
  cancelJob: ({ id }) => runner.cancel(id),
  currentJob: () => runner.current(),
});
