import './fake-extension-api';
import { job } from '../../../src/panel/state/job';
import { largerSize } from '../../../src/panel/state/next-steps';
import { continuing } from '../../../src/protocol/continuing';
import { source } from '../../../src/panel/state/source';
import { result, state } from './jobs-for-tests';

/** Painted at 256 × 192. */
const done = state({ status: 'done', result: result('result-ref', [3, 2]) });
const content = { image: 'content-ref', name: 'Photo', origin: 'Konva editor', layer: null };

beforeEach(() => {
  job.value = done;
});

it.each([
  ['twice its size', 2000, 1500, 512],
  ['as large as the content', 400, 300, 400],
  ['no larger than that', 256, 192, null],
])('a picture can be %s', (_, width, height, larger) => {
  source.value = { ...content, width, height };
  expect(largerSize.value).toBe(larger);
});

it('not where another picture was taken meanwhile', () => {
  source.value = { ...content, image: 'another', width: 2000, height: 1500 };
  expect(largerSize.value).toBeNull();
});

it('goes on from the result, at one size', () => {
  const request = continuing(done, 512);
  expect(request).toMatchObject({ content: 'content-ref', start: 'result-ref', size: 512, settings: { scales: [{ scale: 1 }] } });
});
