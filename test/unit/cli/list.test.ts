import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readList } from '../../../tools/cli/list';
import { readOrder } from '../../../tools/cli/order';

const folder = mkdtempSync(join(tmpdir(), 'brushover-list-'));
const file = (name: string): string => join(folder, name);
const out = file('out');

beforeAll(() => {
  mkdirSync(file('photos'));
  for (const name of ['photos/a.png', 'photos/b, c.jpg', 's.png', 't=1.png', 'mask.png']) writeFileSync(file(name), name);
});
afterAll(() => rmSync(folder, { recursive: true }));

function list(name: string, text: string): string {
  writeFileSync(file(name), text);
  return file(name);
}

const CSV = `content,style,style,output,evaluations,mask,normalize-gradients
photos/a.png,s.png=0.7,t=1.png,first,40,mask.png,TRUE
"photos/b, c.jpg",s.png,,,,faces,false
`;

describe('a list', () => {
  const asRead = [
    {
      place: expect.stringMatching(/^row 1 of .*\./),
      content: file('photos/a.png'),
      name: 'first',
      flags: { style: [file('s.png=0.7'), file('t=1.png')], evaluations: '40', mask: file('mask.png'), 'normalize-gradients': true },
    },
    {
      place: expect.stringMatching(/^row 2 of .*\./),
      content: file('photos/b, c.jpg'),
      name: null,
      flags: { style: [file('s.png')], mask: 'faces', 'normalize-gradients': false },
    },
  ];
  const plain = async (path: string) => (await readList(path)).map(({ flags, ...rest }) => ({ ...rest, flags: { ...flags } }));

  test('in CSV has the flags of each picture, and paths below its own folder', async () => {
    expect(await plain(list('commas.csv', CSV))).toEqual(asRead);
  });

  test('in CSV as spreadsheets write it, with semicolons or tabs and a byte order mark', async () => {
    const other = (delimiter: string): string => `\ufeff${CSV.replaceAll(/,(?! )/g, delimiter)}`.replaceAll('\n', '\r\n');
    expect(await plain(list('semicolons.csv', other(';')))).toEqual(asRead);
    expect(await plain(list('tabs.csv', other('\t')))).toEqual(asRead);
  });

  test('in JSON says the same', async () => {
    const rows = [
      {
        content: 'photos/a.png',
        style: ['s.png=0.7', 't=1.png'],
        output: 'first.png',
        evaluations: 40,
        mask: file('mask.png'),
        'normalize-gradients': true,
      },
      { content: 'photos/b, c.jpg', style: 's.png', mask: 'faces', 'normalize-gradients': false },
    ];
    expect(await plain(list('pictures.json', JSON.stringify(rows)))).toEqual(asRead);
  });

  test.each([
    ['nothing.csv', '', /nothing\.csv names no picture; give it a row for each\.$/],
    ['heading.csv', 'content,style\n', /names no picture/],
    ['short.csv', 'content,style\nphotos/a.png\n', /can't be read as CSV; give every row as many cells as the heading has\.$/],
    ['text.json', '{"content": "photos/a.png"}', /must be a JSON array of objects like/],
    ['null.json', '[{"content": null}]', /must be a JSON array of objects like/],
    ['none.csv', 'style\ns.png\n', /row 1 of .*none\.csv has no content; name a picture\.$/],
    ['missing.csv', 'content\nphotos/a.png\nz.png\n', /row 2 of .* names .*z\.png, but there is no such file\.$/],
    ['column.csv', 'content,colour\nphotos/a.png,red\n', /row 1 of .* has “colour”, which is no flag; choose among content, output, style/],
    ['proto.csv', 'content,constructor\nphotos/a.png,1\n', /has “constructor”, which is no flag/],
    ['backend.csv', 'content,backend\nphotos/a.png,wasm\n', /has a backend; the whole list is made by one, so give --backend instead\.$/],
    ['place.csv', 'content,output\nphotos/a.png,../g\n', /has the output “\.\.\/g”; give a name without folders\.$/],
    [
      'switch.csv',
      'content,normalize-gradients\nphotos/a.png,yes\n',
      /row 1 of .*: “normalize-gradients” needs true or false, not “yes”\.$/,
    ],
  ])('%s is answered by one sentence', async (name, text, message) => {
    await expect(readList(list(name, text))).rejects.toThrow(message);
    await expect(readList(file(name))).rejects.toThrow(/^--list: /);
  });
});

describe('an order by a list', () => {
  const order = (name: string, text: string, ...flags: string[]) => readOrder(['--list', list(name, text), '--output', out, ...flags]);

  test('has the settings of its rows, which go before those of the command', async () => {
    const {
      items,
      folder: made,
      requestFor,
      engine,
    } = await order('order.csv', CSV, ...'--evaluations 9 --size 64 --backend wasm'.split(' '));
    expect([made, engine]).toEqual([out, 'wasm']);
    expect(items.map(({ output, report }) => [output, report])).toEqual([
      [join(out, 'first.png'), join(out, 'first.json')],
      [join(out, 'b, c.png'), join(out, 'b, c.json')],
    ]);
    const [first, second] = await Promise.all(items.map(requestFor));
    expect(first).toMatchObject({ size: 64, settings: { evaluations: 40, normalizeGradients: true } });
    expect(first.styles.map(({ name, weight }) => [name, weight])).toEqual([
      [file('s.png'), 0.7],
      [file('t=1.png'), 1],
    ]);
    expect(second).toMatchObject({ size: 64, mask: { find: 'faces' }, settings: { evaluations: 9, normalizeGradients: false } });
  });

  test('keeps each picture’s settings in the parts of a batch', async () => {
    const { items, requestFor } = await order('shard.csv', CSV, '--shard', '1/2');
    expect(items.map(({ output }) => output)).toEqual([join(out, 'b, c.png')]);
    expect(await requestFor(items[0])).toMatchObject({ mask: { find: 'faces' } });
  });

  const row = 'content,evaluations\nphotos/a.png,40\n';
  test.each<[string, string, string[], RegExp]>([
    ['a setting that can’t be used', 'content,style,evaluations\nphotos/a.png,s.png,0\n', [], /^--list: row 1 of .*: --evaluations needs /],
    ['no style', row, [], /^--list: row 1 of .*: --style is missing/],
    [
      'a style that is not there',
      'content,style\nphotos/a.png,no.png\n',
      [],
      /^--list: row 1 of .*: --style: there is no readable file .*no\.png\.$/,
    ],
    ['contents beside it', row, ['--content', 'c.png'], /^--list names the contents itself; leave --content out\.$/],
    [
      'two of one name',
      'content,style\nphotos/a.png,s.png\nphotos/a.png,s.png\n',
      [],
      /two pictures would be written to .*a\.png; give one of them another name\.$/,
    ],
    ['a file as output', row, ['--style', 'styles/woodcut-forest.jpg', '--output', file('g.png')], /--output must name a folder/],
  ])('%s is answered by one sentence', async (_, text, flags, message) => {
    await expect(order('wrong.csv', text, ...flags)).rejects.toThrow(message);
  });
});
