import { chmodSync, linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readItems } from '../../../tools/cli/contents';

const folder = mkdtempSync(join(tmpdir(), 'brushover-contents-'));
const file = (name: string): string => join(folder, name);
const output = file('out');
const form = { format: 'png', bits: 8, quality: null } as const;
const nothingElse = { form, overwrite: false, skipFinished: false, report: null, inputs: [], targets: [] };

beforeAll(() => {
  for (const name of ['photos', 'photos/forest.png', 'empty', 'same']) mkdirSync(file(name));
  for (const name of ['b.JPG', 'a.png', '.hidden.png', 'notes.txt', 'camera.jfif', 'old.bmp', '50%.jpeg', 'scan.tiff', 'phone.HEIC']) {
    writeFileSync(file(`photos/${name}`), 'x');
  }
  for (const name of ['a.webp', 'c.png', 's=1.png', '[c].png', 'same/c.jpg', 'same/c.png']) writeFileSync(file(name), 'x');
  symlinkSync(file('photos'), file('link'));
  symlinkSync(file('c.png'), file('link.png'));
  linkSync(file('c.png'), file('hard.png'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('contents', () => {
  it('of a folder are its pictures in order, each with a report; those in formats that can’t be read are told', async () => {
    const { items, folder: made, leftOut } = await readItems([file('photos'), file('c.png')], output, nothingElse);
    expect(made).toBe(output);
    const names = ['50%.jpeg', 'a.png', 'b.JPG', 'camera.jfif', 'old.bmp', 'scan.tiff'];
    expect(items.map(({ content }) => content)).toEqual([...names.map((name) => file(`photos/${name}`)), file('c.png')]);
    expect(items[0]).toMatchObject({ output: join(output, '50%.png'), report: join(output, '50%.json') });
    expect(leftOut).toEqual([file('photos/phone.HEIC')]);
  });

  it('of a pattern are the pictures that fit it, in order, however deep, and one alone is a batch too', async () => {
    const fitting = async (pattern: string) => {
      const { items, folder: made } = await readItems([pattern], output, nothingElse);
      expect(made).toBe(output);
      return items.map(({ content }) => content);
    };
    expect(await fitting(file('photos/*.{png,bmp}'))).toEqual([file('photos/a.png'), file('photos/old.bmp')]);
    expect(await fitting(file('{photos,nowhere}/[abc].{JPG,png}'))).toEqual([file('photos/a.png'), file('photos/b.JPG')]);
    expect(await fitting(file('p*/**/camera*'))).toEqual([file('photos/camera.jfif')]);
    // As it was named: below the folder where the command runs.
    expect(await fitting('styles/woodcut-*.jp?(e)g')).toEqual(['styles/woodcut-forest.jpg']);
  });

  it('of a pattern that is also the name of a file are that file', async () => {
    const item = { content: file('[c].png'), output: file('g.png'), report: null };
    expect(await readItems([item.content], item.output, nothingElse)).toMatchObject({ items: [item], folder: null });
  });

  it('of one file go to a file', async () => {
    const item = { content: file('c.png'), output: file('g.png'), report: null };
    expect(await readItems([item.content], item.output, nothingElse)).toEqual({ items: [item], folder: null, leftOut: [] });
  });

  it.each<[string, string[], string, string | null, RegExp]>([
    ['a missing one', [file('c.png'), file('nowhere.png')], output, null, /no readable file .*nowhere\.png/],
    ['a folder without pictures', [file('empty')], output, null, /empty holds no PNG, JPEG/],
    ['a pattern that nothing fits', [file('photos/*.png2')], output, null, /the pattern .*png2 finds no PNG, JPEG/],
    ['a pattern of texts', [file('photos/*.txt')], output, null, /the pattern .*txt finds no PNG, JPEG/],
    ['a PNG for a pattern', [file('photos/a.*')], file('g.png'), null, /--output must name a folder/],
    ['two of one name', [file('photos'), file('a.webp')], output, null, /two pictures would be written to .*a\.png/],
    ['two of one name in a folder', [file('same')], output, null, /two pictures would be written to .*c\.png/],
    ['results in place of pictures', [file('photos')], file('photos'), null, /photos\/a\.png is read by --content and would be lost/],
    ['results in a link to the pictures', [file('photos')], file('link'), null, /link\/a\.png is read by --content and would be lost/],
    ['a result in place of the content', [file('c.png')], file('c.png'), null, /c\.png is read by --content and would be lost/],
    ['a result in place of a link to it', [file('link.png')], file('c.png'), null, /c\.png is read by --content and would be lost/],
    ['a result under its other name', [file('c.png')], file('hard.png'), null, /hard\.png is read by --content and would be lost/],
    ['a result by a roundabout way', [file('c.png')], file('photos/../c.png'), null, /c\.png is read by --content and would be lost/],
    ['a PNG for several', [file('photos')], file('g.png'), null, /--output must name a folder/],
    ['a file as folder', [file('photos')], file('c.png'), null, /--output must name a folder/],
    ['a folder below a file', [file('photos')], file('c.png/out'), null, /--output must name a folder, not the file .*c\.png/],
    ['a report for several', [file('photos')], output, file('r.json'), /--report goes with one picture/],
    [
      'a report in place of the result',
      [file('a.webp')],
      file('g.png'),
      file('./g.png'),
      /--report: .*g\.png is written by --output already/,
    ],
    ['a report in place of the content', [file('a.webp')], file('g.png'), file('a.webp'), /--report: .*a\.webp is read by --content/],
    ['a folder as result', [file('c.png')], file('photos/forest.png'), null, /forest\.png is a folder; name a file in it/],
    ['a missing folder', [file('c.png')], file('no/g.png'), null, /the folder .*no does not exist/],
    ['a file as the result’s folder', [file('c.png')], file('a.webp/g.png'), null, /a\.webp is a file, not a folder/],
  ])('%s: a sentence, nothing written', async (_name, contents, to, report, message) => {
    const before = readdirSync(folder);
    await expect(readItems(contents, to, { ...nothingElse, report })).rejects.toThrow(message);
    expect(readdirSync(folder)).toEqual(before);
  });

  it('a file that Brushover did not make is replaced only where that is asked for; its own ones are at once', async () => {
    const foreign = file('a.png');
    writeFileSync(foreign, 'a picture');
    const to = (path: string, change = {}) => readItems([file('c.png')], path, { ...nothingElse, ...change });
    await expect(to(foreign)).rejects.toThrow(/a\.png is there already, and not made by Brushover; add --overwrite/);
    await expect(to(foreign, { overwrite: true })).resolves.toMatchObject({ folder: null });
    await expect(to(file('c.png'), { overwrite: true })).resolves.toMatchObject({ folder: null });
    await expect(to(file('g.png'), { overwrite: true, report: file('c.png') })).rejects.toThrow(/--report: .*c\.png is read by --content/);
    const notes = file('notes.json');
    writeFileSync(notes, '{"mine": true}');
    await expect(to(file('g.png'), { report: notes })).rejects.toThrow(/--report: .*notes\.json is there already/);
    writeFileSync(notes, '{"recipe": {}}');
    await expect(to(file('g.png'), { report: notes })).resolves.toMatchObject({ folder: null });
    rmSync(foreign);
    rmSync(notes);
  });

  it('a result in place of a style, and inputs in place of the result', async () => {
    const style = [{ flag: 'style', path: file('a.webp') }];
    const target = [{ flag: 'write-inputs', path: file('content.png') }];
    await expect(readItems([file('c.png')], file('content.png'), { ...nothingElse, inputs: style, targets: target })).rejects.toThrow(
      /--write-inputs: .*content\.png is written by --output already/,
    );
    await expect(
      readItems([file('c.png')], file('g.png'), { ...nothingElse, inputs: [{ flag: 'style', path: file('g.png') }] }),
    ).rejects.toThrow(/g\.png is read by --style and would be lost/);
  });

  it('a folder that takes no files is found before the run', async () => {
    mkdirSync(file('locked'));
    chmodSync(file('locked'), 0o500);
    const run = readItems([file('photos')], file('locked/deep/out'), nothingElse);
    // Root may write everywhere.
    if (process.getuid?.() === 0) await expect(run).resolves.toMatchObject({ folder: file('locked/deep/out') });
    else await expect(run).rejects.toThrow(/--output: .*locked may not be written; name another place, or allow it\./);
  });
});
