import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readItems } from '../../../tools/cli/contents';

const folder = mkdtempSync(join(tmpdir(), 'brushover-contents-'));
const file = (name: string): string => join(folder, name);
const output = file('out');

beforeAll(() => {
  mkdirSync(file('photos'));
  mkdirSync(file('empty'));
  for (const name of ['b.JPG', 'a.png', '.hidden.png', 'notes.txt']) writeFileSync(join(file('photos'), name), 'x');
  for (const name of ['a.webp', 'c.png']) writeFileSync(file(name), 'x');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('contents', () => {
  it('of a folder are its pictures in order, each with a report', async () => {
    const { items, folder: made } = await readItems([file('photos'), file('c.png')], output, null);
    expect(made).toBe(output);
    expect(items).toEqual([
      { content: file('photos/a.png'), output: join(output, 'a.png'), report: join(output, 'a.json') },
      { content: file('photos/b.JPG'), output: join(output, 'b.png'), report: join(output, 'b.json') },
      { content: file('c.png'), output: join(output, 'c.png'), report: join(output, 'c.json') },
    ]);
  });

  it('of one file go to a file', async () => {
    const item = { content: file('c.png'), output: file('g.png'), report: null };
    expect(await readItems([item.content], item.output, null)).toEqual({ items: [item], folder: null });
  });

  it.each<[string, string[], string, string | null, RegExp]>([
    ['a missing one', [file('c.png'), file('nowhere.png')], output, null, /no readable file .*nowhere\.png/],
    ['a folder without pictures', [file('empty')], output, null, /empty holds no PNG, JPEG/],
    ['two of one name', [file('photos'), file('a.webp')], output, null, /two pictures would be written to .*a\.png/],
    ['results in place of pictures', [file('photos')], file('photos'), null, /photos\/a\.png is one of the pictures/],
    ['a PNG for several', [file('photos')], file('g.png'), null, /--output must name a folder/],
    ['a file as folder', [file('photos')], file('c.png'), null, /--output must name a folder/],
    ['a report for several', [file('photos')], output, file('r.json'), /--report goes with one picture/],
  ])('%s: a sentence, nothing written', async (_name, contents, to, report, message) => {
    const before = readdirSync(folder);
    await expect(readItems(contents, to, report)).rejects.toThrow(message);
    expect(readdirSync(folder)).toEqual(before);
  });
});
