import { background, calls } from './fake-extension-api';
import { layer, request, result, state } from './jobs-for-tests';
import { UserFacingError } from '../../../src/protocol/failure';
import { handleJobEvent, job, livePicture, runError } from '../../../src/panel/state/job';
import { insertOutcome, insertResult, insertWhenFinished, resultError } from '../../../src/panel/state/result';
import { endMix, mixedStyles, pickStyle, secondPercent, startMix } from '../../../src/panel/state/styles/mix';
import { changeSettings, resetSettings } from '../../../src/panel/state/settings/settings';
import { captureLayer, source, sourceError } from '../../../src/panel/state/source';
import { sizeFor, startBlocker, startedJobId, startJob, wouldRepeat } from '../../../src/panel/state/start-job';
import { statusLines } from '../../../src/panel/state/status';
import { builtInStyles, selectStyle } from '../../../src/panel/state/styles/styles';
import { loadImage, storeImage } from '../../../src/storage/images';

jest.mock('../../../src/picture-files/decode', () => ({}));
jest.mock('../../../src/picture-files/encode', () => ({ encodePng: () => new Blob(['last picture']) }));

const style = {
  id: 'swirls',
  name: 'Starlit swirls',
  description: '',
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
  let stop: () => void;
  beforeEach(() => (stop = insertWhenFinished()));
  afterEach(() => stop());
  const finish = (id: string) => handleJobEvent({ type: 'state', state: state({ id, status: 'done', result: result('g', [2, 1]) }) });
  const inserts = () => calls.filter(({ name }) => name === 'insertLayer');

  test('the panel that started a job inserts its result, once, aligned and named', async () => {
    await startJob();
    finish('job-1');
    finish('job-1');
    await until(() => insertOutcome.value !== null);
    expect(inserts()).toEqual([
      {
        name: 'insertLayer',
        request: { tabId: 7, image: 'g', name: 'Brushover · Starlit swirls', x: 10, y: 20, width: 400, height: 300, above: 'layer-3' },
      },
    ]);
    expect(insertOutcome.value?.message).toBe('Added.');
  });

  test('another panel’s job and a switched-off choice are left to the button', async () => {
    finish('job-9');
    changeSettings({ insertWhenFinished: false });
    await startJob();
    startedJobId.value = 'job-2';
    finish('job-2');
    expect(inserts()).toEqual([]);
    await insertResult();
    expect(inserts()).toHaveLength(1);
  });

  test('the last picture of a cancelled job can be inserted, and a failure is said', async () => {
    await startJob();
    handleJobEvent({ type: 'picture', jobId: 'job-1', picture: { width: 2, height: 2, data: new Uint8ClampedArray(16) } });
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
  expect(statusLines.value[0]).toBe('Starting…');
  const running = {
    ...job.value!,
    status: 'running' as const,
    progress: {
      ...state().progress!,
      evaluation: 4,
      evaluations: 9,
      scale: 1,
      scales: 2,
      elapsedMs: 5000,
      remainingMs: 65_000,
      fractionDone: 0.4,
    },
  };
  handleJobEvent({ type: 'state', state: running });
  expect(statusLines.value).toEqual(['Evaluation 4 of 9', '0:05 · 1:05 left · scale 1 of 2']);
  handleJobEvent({ type: 'state', state: { ...running, status: 'done', result: result('g', [2, 1.4321]) } });
  expect(statusLines.value).toEqual(['Finished in 1:01', '256 × 192 · J 1.43 · wasm']);
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}
