import { itemsOfShard, readShard } from '../../../tools/cli/shard';

const items = ['c', 'a', 'e', 'b', 'd'].map((name) => ({ content: `${name}.jpg`, output: `out/${name}.png`, report: null }));
const names = (part: string, of = items): string =>
  itemsOfShard(of, readShard(part))
    .map(({ content }) => content[0])
    .join('');

describe('a shard', () => {
  test('is every n-th picture by the names of the outputs, in whatever order they were given', () => {
    expect([names('1/2'), names('2/2')]).toEqual(['ace', 'bd']);
    expect(names('2/2', [...items].reverse())).toBe('bd');
  });

  test('parts hold every picture once, even where there are more parts than pictures', () => {
    const all = Array.from({ length: 7 }, (_, i) => names(`${i + 1}/7`)).join('');
    expect([...all].sort().join('')).toBe('abcde');
  });

  test.each(['', '0/4', '5/4', '1/0', '-1/4', '1.5/4', '1/4/2', 'a/b', '1/1000000'])('refuses "%s" in one sentence', (text) => {
    expect(() => readShard(text)).toThrow(`--shard must be like 2/4, the second of four parts, not ${text}.`);
  });
});
