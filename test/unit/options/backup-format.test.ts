import '../panel/fake-extension-api';
import { FORMAT, parseBackup } from '../../../src/options/state/backup/format';

const whole = {
  format: FORMAT,
  version: 1,
  settings: { seed: 5 },
  presets: [{ name: 'Mine', settings: { seed: 5 } }],
  styles: [{ name: 'Wall', image: 'data:image/png;base64,AAAA' }],
  history: { jobs: [], pictures: {} },
};
const parse = (change: object) => () => parseBackup(JSON.stringify({ ...whole, ...change }));

test('a whole file passes', () => {
  expect(parse({})()).toMatchObject({ settings: { seed: 5 }, styles: [{ name: 'Wall' }] });
});

test.each([
  ['no JSON at all', () => parseBackup('{'), 'not-a-backup'],
  ['a file of styles', parse({ format: 'brushover-styles' }), 'not-a-backup'],
  ['a newer version', parse({ version: 2 }), 'newer-backup'],
  ['settings that are a list', parse({ settings: 'all' }), 'damaged-backup'],
  ['a preset without a name', parse({ presets: [{ name: ' ', settings: {} }] }), 'damaged-backup'],
  ['a style that is an address', parse({ styles: [{ name: 'x', image: 'https://a.example/b.png' }] }), 'damaged-backup'],
  ['a picture under no key', parse({ history: { jobs: [], pictures: { a: 'data:image/png;base64,AAAA' } } }), 'damaged-backup'],
  ['a job that is none', parse({ history: { jobs: [{ id: 'a' }], pictures: {} } }), 'damaged-backup'],
])('%s is refused in a sentence', (_, parsing, code) => {
  expect(parsing).toThrow(expect.objectContaining({ code, message: expect.stringMatching(/^This file .*\.$/) }));
});
