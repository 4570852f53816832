import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { documentsOf, namedPaths, problemsOfDocuments } from '../../../tools/docs/named-paths';

const read = (name: string): string => readFileSync(name, 'utf8');

describe('paths that documents name', () => {
  it('exist, in every document', () => {
    expect(
      problemsOfDocuments(
        documentsOf('.').map((name) => ({ name, text: read(name) })),
        existsSync,
      ),
    ).toEqual([]);
  });

  it('are told when they are missing', () => {
    const text = 'See `src/nst/no-such-file.ts`, [the page](docs/missing.md), a[l](C), `dist/chrome` and `src/nst/stylize.ts`.';
    expect(problemsOfDocuments([{ name: 'README.md', text }], existsSync)).toEqual([
      'README.md names src/nst/no-such-file.ts, which does not exist.',
      'README.md names docs/missing.md, which does not exist.',
    ]);
  });

  it("holds every folder of src in README's map", () => {
    const map = namedPaths(read('README.md'));
    const folders = readdirSync('src', { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(folders.filter((name) => !map.includes(`src/${name}`))).toEqual([]);
  });
});

describe("the newcomer's walk in CONTRIBUTING", () => {
  const walk = read('CONTRIBUTING.md')
    .split('## From Capture to a new layer')[1]!
    .split('\n## ')[0]!
    .split('\n')
    .filter((line) => /^\d+\. /.test(line));

  it('goes from the button to the layer', () => {
    expect(walk.length).toBeGreaterThan(15);
    expect(walk[0]).toContain('SourceSection.tsx');
    expect(walk.at(-1)).toContain('adapters/konva.ts');
  });

  it.each(walk.map((line) => [line]))('finds in the file what it points to: %s', (line) => {
    const [file, ...rest] = [...line.matchAll(/`([^`]+)`/g)].map(([, code]) => code!);
    const names = rest.filter((code) => !code.includes('/')).map((code) => code.match(/[a-zA-Z]+/g)!.at(-1)!);
    const text = read(file!);
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !text.includes(name))).toEqual([]);
  });
});

test('every decision has a number of its own, and its page bears it', () => {
  const pages = readdirSync('docs/decisions').filter((name) => name.endsWith('.md'));
  const numbers = pages.map((name) => Number(name.slice(0, 4)));
  expect(new Set(numbers).size).toBe(numbers.length);
  for (const [i, name] of pages.entries())
    expect(readFileSync(`docs/decisions/${name}`, 'utf8')).toMatch(new RegExp(`^# ${numbers[i]}\\. `));
});
