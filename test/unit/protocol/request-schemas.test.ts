import * as v from 'valibot';
import { defaultSettings } from '../../../src/nst/settings';
import { REQUEST_SCHEMAS } from '../../../src/protocol/request-schemas';

const { startJob, preview } = REQUEST_SCHEMAS.offscreen;
const job = {
  content: 'a',
  styles: [{ image: 'b', name: 'b', weight: 1, mask: null }],
  mask: null,
  size: 512,
  engine: 'auto',
  settings: defaultSettings,
  layer: null,
};
const painted = {
  id: '1',
  content: 'a',
  styles: [{ source: { kind: 'built-in', file: 'starlit-swirls.jpg' }, weight: 1 }],
  strength: 1,
  mask: null,
  size: 512,
  keepColors: 'none',
  priority: 'chosen',
  optimized: null,
  keep: false,
};

test('what the panel sends passes as it is', () => {
  expect(v.parse(startJob, job)).toEqual(job);
  expect(v.parse(preview, painted)).toEqual(painted);
});

test.each<[string, object]>([
  ['no styles', { styles: [] }],
  ['styles that count nothing', { styles: [{ ...job.styles[0], weight: 0 }] }],
  ['a weight that is NaN', { styles: [{ ...job.styles[0], weight: NaN }] }],
  ['an engine called constructor', { engine: 'constructor' }],
  ['a size of 8', { size: 8 }],
  ['settings out of range', { settings: { ...defaultSettings, evaluations: 1e9 } }],
  ['settings that compare nothing', { settings: { ...defaultSettings, contentWeight: 0, styleWeight: 0 } }],
  ['half a layer', { layer: { tabId: 1, editor: 'konva' } }],
])('a job with %s is refused', (_name, change) => {
  expect(v.is(startJob, { ...job, ...change })).toBe(false);
});

test.each<[string, object]>([
  ['a file outside the styles', { styles: [{ source: { kind: 'built-in', file: '../manifest.json' }, weight: 1 }] }],
  ['a source of no kind', { styles: [{ source: { kind: 'toString' }, weight: 1 }] }],
  ['more than all its strength', { strength: 7 }],
  ['no size', { size: 0 }],
])('a preview with %s is refused', (_name, change) => {
  expect(v.is(preview, { ...painted, ...change })).toBe(false);
});
