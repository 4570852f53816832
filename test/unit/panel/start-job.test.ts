import { background, calls } from './fake-extension-api';
import { layer, progress, request, result, state } from './jobs-for-tests';
import { UserFacingError } from '../../../src/protocol/failure';
import { handleJobEvent, job, jobs, livePicture, runError } from '../../../src/panel/state/job';
import { insertFailure, insertOutcome, insertResult, resultError } from '../../../src/panel/state/result';
import { endMix, mixedStyles, pickStyle, secondPercent, startMix } from '../../../src/panel/state/styles/mix';
import { changeSettings, resetSettings } from '../../../src/preferences/settings';
import { captureLayer, source, sourceError } from '../../../src/panel/state/source';
import { sizeFor, startBlocker, startJob, wouldRepeat } from '../../../src/panel/state/start-job';
import { statusLines } from '../../../src/panel/state/status';
import { builtInStyles, selectStyle } from '../../../src/panel/state/styles/styles';
import { loadImage, storeImage } from '../../../src/storage/images';

jest.mock('../../../src/picture-files/decode', () => ({}));
jest.mock('../../../src/picture-files/encode', () => ({ encodePng: () => new Blob(['last picture']) }));

const style = {
  id: 'swirls',
  name: 'Starlit swirls',
  description: '',
  group: 'paint' as const,
  words: '',
  thumbnailUrl: '',
  imageUrl: '',
  own: null,
  source: { kind: 'built-in', file: 'swirls.jpg' } as const,
  load: async () => new Blob(['style']),
};

beforeEach(async () => {
  builtInStyles.value = [style];
  selectStyle('swirls');
  resetSettings();
  job.value = null;
  jobs.value = [];
  background.jobs = () => jobs.value;
  runError.value = null;
  calls.length = 0;
  const image = await storeImage(new Blob(['content']));
  background.captureLayer = () => ({ ...layer, image });
  background.startJob = () => ({ id: 'job-1' });
  background.insertLayer = () => ({ way: 'layer', message: 'Added.' });
  await captureLayer();
});

test('a captured layer starts with the chosen style and settings', async () => {
  changeSettings({ styleWeight: 20, size: 256 });
  await startJob();
  const sent = calls.at(-1)?.request as ReturnType<typeof request>;
  expect(sent).toMatchObject({ content: source.value?.image, size: 256, engine: 'auto', mask: null, settings: { styleWeight: 20 } });
  expect(sent.styles[0].name).toBe('Starlit swirls');
  expect(await (await loadImage(sent.styles[0].image)).text()).toBe('style');
  expect(sent.layer?.layerId).toBe('layer-3');
  expect(job.value?.id).toBe('job-1');
  expect(wouldRepeat.value).toBe(true);
  changeSettings({ seed: 2 });
  expect(wouldRepeat.value).toBe(false);
});

test('while another layer is captured, the last one can’t be started by mistake', async () => {
  const image = await storeImage(new Blob(['another']));
  let deliver = (): void => undefined;
  const delivered = new Promise<void>((resolve) => (deliver = resolve));
  background.captureLayer = () => delivered.then(() => ({ ...layer, layerId: 'layer-9', image }));
  const captured = captureLayer();
  expect(source.value?.layer?.layerId).toBe('layer-3');
  expect(startBlocker.value).toBe('Wait until the new content is there.');
  await startJob();
  expect(calls.map(({ name }) => name)).not.toContain('startJob');
  deliver();
  await captured;
  expect(startBlocker.value).toBeNull();
  await startJob();
  expect((calls.at(-1)?.request as ReturnType<typeof request>).layer?.layerId).toBe('layer-9');
});

test('two styles are mixed by their shares', async () => {
  builtInStyles.value = [style, { ...style, id: 'glass', name: 'Stained glass' }, { ...style, id: 'ink', name: 'Ink' }];
  startMix();
  pickStyle('ink');
  secondPercent.value = 25;
  await startJob();
  const sent = calls.at(-1)?.request as ReturnType<typeof request>;
  expect(sent.styles.map(({ name, weight }) => [name, weight])).toEqual([
    ['Starlit swirls', 0.75],
    ['Ink', 0.25],
  ]);
  expect(wouldRepeat.value).toBe(true);
  builtInStyles.value = builtInStyles.value.filter(({ id }) => id !== 'ink');
  pickStyle('glass');
  expect(mixedStyles.value.map(({ style: { name } }) => name)).toEqual(['Stained glass']);
  builtInStyles.value = [style, { ...style, id: 'ink', name: 'Ink' }];
  pickStyle('ink');
  selectStyle('swirls');
  secondPercent.value = 100;
  expect(mixedStyles.value.map(({ style: { name } }) => name)).toEqual(['Ink']);
  endMix();
  expect(mixedStyles.value.map(({ style: { name }, weight }) => [name, weight])).toEqual([['Starlit swirls', 1]]);
});

test('what is missing or wrong is named, and Start does nothing', async () => {
  changeSettings({ learningRate: NaN });
  expect(startBlocker.value).toMatch(/^Learning rate: Enter a number/);
  await startJob();
  resetSettings();
  selectStyle('gone');
  expect(startBlocker.value).toBe('Choose a style.');
  await startJob();
  expect(calls.map(({ name }) => name)).toEqual(['captureLayer']);
});

test('a refused start says why and leaves everything as it was', async () => {
  background.startJob = () => {
    throw new UserFacingError('job-running', 'A picture is being made already.');
  };
  await startJob();
  expect(runError.value).toBe('A picture is being made already.');
  expect(startBlocker.value).toBeNull();
});

test('a failed capture keeps the last layer', async () => {
  background.captureLayer = () => {
    throw new UserFacingError('no-editor', 'No editor was found in this tab.');
  };
  await captureLayer();
  expect(sourceError.value).toBe('No editor was found in this tab.');
  expect(source.value?.name).toBe('Photo');
});

test('a layer is never enlarged', () => {
  expect(sizeFor(layer, 256)).toBe(256);
  expect(sizeFor(layer, 400)).toBeNull();
  expect(sizeFor(layer, 768)).toBeNull();
  expect(sizeFor(layer, null)).toBeNull();
});

describe('inserting', () => {
  const inserts = () => calls.filter(({ name }) => name === 'insertLayer');

  test('is asked for with the job, and what became of it is told', async () => {
    await startJob();
    expect(job.value!.request.insertWhenFinished).toBe(true);
    const done = { ...job.value!, status: 'done' as const, result: result('g', [2, 1]) };
    handleJobEvent({
      type: 'state',
      state: { ...done, insertion: { outcome: null, failure: { code: 'x', message: 'The tab is closed.' } } },
    });
    expect([insertOutcome.value, insertFailure.value]).toEqual([null, 'The tab is closed.']);
    handleJobEvent({ type: 'state', state: { ...done, insertion: { outcome: { way: 'layer', message: 'Added.' }, failure: null } } });
    expect([insertOutcome.value?.message, insertFailure.value]).toEqual(['Added.', null]);
    expect(inserts()).toEqual([]);
  });

  test('a switched-off choice is left to the button, which puts the result where its layer is', async () => {
    changeSettings({ insertWhenFinished: false });
    await startJob();
    expect(job.value!.request.insertWhenFinished).toBe(false);
    handleJobEvent({ type: 'state', state: state({ id: 'job-1', status: 'done', result: result('g', [2, 1]) }) });
    await insertResult();
    expect(inserts()).toEqual([
      {
        name: 'insertLayer',
        request: {
          tabId: 7,
          document: layer.document,
          image: 'g',
          name: 'Brushover · Starlit swirls',
          x: 10,
          y: 20,
          width: 400,
          height: 300,
          above: 'layer-3',
        },
      },
    ]);
  });

  test('the last picture of a cancelled job can be inserted, and a failure is said', async () => {
    await startJob();
    const picture = { width: 2, height: 2, data: new Uint8ClampedArray(16) };
    handleJobEvent({ type: 'picture', jobId: 'job-1', moment: { evaluation: 1, fractionDone: 0.1, picture } });
    handleJobEvent({ type: 'state', state: state({ status: 'cancelled' }) });
    expect(livePicture.value).not.toBeNull();
    await insertResult();
    const [{ request: sent }] = inserts() as { request: { image: string } }[];
    expect(await (await loadImage(sent.image)).text()).toBe('last picture');

    background.insertLayer = () => {
      throw new UserFacingError('tab-gone', 'The editor’s tab was closed.');
    };
    await insertResult();
    expect(resultError.value).toBe('The editor’s tab was closed.');
  });
});

test('the action bar says what happens', async () => {
  expect(statusLines.value).toEqual(['Starlit swirls', '400 × 300 · 70 evaluations']);
  await startJob();
  expect(statusLines.value[0]).toBe('Waits for its turn');
  const running = { ...job.value!, status: 'running' as const, progress: { ...progress(4, 2), remainingMs: 65_000, fractionDone: 0.125 } };
  handleJobEvent({ type: 'state', state: running });
  expect(statusLines.value).toEqual(['Painting 12 %, about 1 min left', 'Starlit swirls']);
  handleJobEvent({ type: 'state', state: { ...running, status: 'paused' } });
  expect(statusLines.value).toEqual(['Paused at 12 %', 'The settings are kept.']);
  handleJobEvent({ type: 'state', state: { ...running, status: 'done', result: result('g', [2, 1.4321]) } });
  expect(statusLines.value).toEqual(['Finished in 1:01', '256 × 192']);
  const larger = { ...result('g', [2, 1.4321]), width: 400, height: 300, stopped: true };
  larger.report = { ...larger.report, width: 256, height: 192 };
  handleJobEvent({ type: 'state', state: { ...running, status: 'done', result: larger } });
  expect(statusLines.value).toEqual(['Stopped at 12 % and kept', 'Painted at 256 × 192, enlarged to 400 × 300']);
});

test('a job that is started beside another waits for its turn, and the other one stays in sight', async () => {
  handleJobEvent({ type: 'state', state: state({ id: 'job-0', status: 'running', progress: progress(4, 2) }) });
  await startJob();
  expect(job.value?.id).toBe('job-0');
  handleJobEvent({ type: 'state', state: state({ id: 'job-1', status: 'queued' }) });
  expect(statusLines.value[1]).toBe('Starlit swirls · 1 more waits');
  handleJobEvent({ type: 'state', state: state({ id: 'job-0', status: 'failed' }) });
  handleJobEvent({ type: 'state', state: state({ id: 'job-1', status: 'capturing' }) });
  expect(job.value?.id).toBe('job-1');
});
