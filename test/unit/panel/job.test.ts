import { background, calls } from './fake-extension-api';
import { progress, request, result, state } from './jobs-for-tests';
import {
  cancelJob,
  handleJobEvent,
  isCancelling,
  isRunning,
  job,
  livePicture,
  losses,
  restoreJob,
  resultUrl,
  runError,
} from '../../../src/panel/state/job';
import { storeImage } from '../../../src/storage/images';

jest.mock('../../../src/picture-files/decode', () => ({}));

const picture = { width: 2, height: 2, data: new Uint8ClampedArray(16) };
const moment = { evaluation: 1, fractionDone: 0.1, picture };
const runningAt = (evaluation: number, total: number) => state({ status: 'running', progress: progress(evaluation, total) });

beforeEach(() => {
  background.jobs = () => [];
  job.value = null;
  runError.value = null;
  calls.length = 0;
});

test('events show a job from its start to its result', async () => {
  const image = await storeImage(new Blob(['picture']));
  handleJobEvent({ type: 'state', state: state() });
  expect(isRunning.value).toBe(true);
  handleJobEvent({ type: 'state', state: runningAt(1, 30) });
  handleJobEvent({ type: 'picture', jobId: 'job-1', moment });
  handleJobEvent({ type: 'state', state: runningAt(2, 20) });
  handleJobEvent({ type: 'state', state: runningAt(2, 20) });
  expect(losses.value).toEqual([
    { evaluation: 1, scale: 1, content: 0.5, style: 0.1, total: 30 },
    { evaluation: 2, scale: 1, content: 0.5, style: 0.1, total: 20 },
  ]);
  expect(livePicture.value).toEqual(picture);

  handleJobEvent({ type: 'state', state: state({ status: 'done', result: result(image, [30, 20, 10]) }) });
  expect(isRunning.value).toBe(false);
  expect(losses.value).toHaveLength(3);
  await until(() => resultUrl.value !== null);
});

test('a picture of another job is not shown', () => {
  handleJobEvent({ type: 'state', state: state({ id: 'job-2' }) });
  handleJobEvent({ type: 'picture', jobId: 'job-1', moment });
  expect(livePicture.value).toBeNull();
});

test.each(['cancelled', 'failed'] as const)('a %s job keeps its last picture; the next one starts afresh', (status) => {
  handleJobEvent({ type: 'state', state: runningAt(5, 9) });
  handleJobEvent({ type: 'picture', jobId: 'job-1', moment });
  handleJobEvent({ type: 'state', state: { ...runningAt(5, 9), status } });
  expect(livePicture.value).toEqual(picture);
  handleJobEvent({ type: 'state', state: state({ id: 'job-2' }) });
  expect(livePicture.value).toBeNull();
  expect(losses.value).toEqual([]);
});

test('an opened panel shows the job that is running', async () => {
  const content = await storeImage(new Blob(['content']));
  background.currentJob = () => ({ ...runningAt(43, 2), request: request({ content }) });
  await restoreJob();
  expect(job.value?.progress?.evaluation).toBe(43);
  handleJobEvent({ type: 'state', state: runningAt(44, 1.9) });
  expect(losses.value.map(({ evaluation }) => evaluation)).toEqual([43, 44]);
});

test('a job whose pictures were cleaned up is not shown', async () => {
  background.currentJob = () => runningAt(43, 2);
  await restoreJob();
  expect([job.value, runError.value]).toEqual([null, null]);
});

test('without an answer the panel says so and stays usable', async () => {
  background.currentJob = () => {
    throw new Error('The extension was updated; open this panel again.');
  };
  await restoreJob();
  expect(runError.value).toBe('The extension was updated; open this panel again.');
  expect(job.value).toBeNull();
});

test('cancel names the job', async () => {
  background.cancelJob = () => null;
  handleJobEvent({ type: 'state', state: runningAt(5, 9) });
  await cancelJob();
  expect(isCancelling.value).toBe(true);
  expect(calls.at(-1)).toEqual({ name: 'cancelJob', request: { id: 'job-1' } });
  handleJobEvent({ type: 'state', state: state({ status: 'cancelled' }) });
  expect(isCancelling.value).toBe(false);
});

/** Waits for asynchronous state, such as a picture read from storage. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}
