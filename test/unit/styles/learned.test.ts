import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LEARNED_STYLES } from '../../../src/nst/preview/learned-styles';
import { LEARNED_STYLE_NAMES } from '../../../art/learned-names';

const folder = join(__dirname, '../../../styles/learned');

it('names and shows every learned style once', () => {
  const entries = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as { name: string }[];
  expect(entries.map(({ name }) => name)).toEqual(LEARNED_STYLE_NAMES);
  expect(new Set(LEARNED_STYLE_NAMES).size).toBe(LEARNED_STYLES);
  for (let index = 0; index < LEARNED_STYLES; index++) expect([index, existsSync(join(folder, `${index}.jpg`))]).toEqual([index, true]);
});
