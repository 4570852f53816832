import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ADAPTERS = 'src/editors/adapters';
const ENTRIES = 'test/browser/editors/entries';

/** What every adapter must have besides its code; one sentence for each that lacks something. */
export function registrationProblems(root = '.'): string[] {
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const readme = existsSync(join(root, 'src/editors/README.md')) ? read('src/editors/README.md') : '';
  const registry = read(`${ADAPTERS}/index.ts`);
  const suite = entriesOf(root).join('\n');
  return adapterFiles(root).flatMap((file) => {
    const text = read(`${ADAPTERS}/${file}.ts`);
    const variable = /export const (\w+): EditorAdapter = /.exec(text)?.[1] ?? '';
    const id = /\bid: '([^']+)'/.exec(text)?.[1] ?? '';
    const problems: Record<string, boolean> = {
      'is not in the list of src/editors/adapters/index.ts': !new RegExp(`^  ${variable},$`, 'm').test(registry),
      'is not in the table of src/editors/README.md': !readme.includes(`| [${id}](adapters/${file}.ts) |`),
      'has no entry in the conformance suite': !suite.includes(`adapter: '${id}',`),
      'does not end with a comment “To try it by hand: …”': !/\/\*\nTo try it by hand: [^*]+\n\*\/\n$/.test(text),
    };
    return Object.entries(problems).flatMap(([problem, isThere]) => (isThere ? [`${ADAPTERS}/${file}.ts ${problem}.`] : []));
  });
}

/** Files that export an adapter; the others are parts of one. */
function adapterFiles(root: string): string[] {
  return readdirSync(join(root, ADAPTERS))
    .filter((name) => name.endsWith('.ts') && readFileSync(join(root, ADAPTERS, name), 'utf8').includes(': EditorAdapter = {'))
    .map((name) => name.replace(/\.ts$/, ''));
}

/** The texts of the entries that the suite runs: those that its list imports. */
function entriesOf(root: string): string[] {
  const list = readFileSync(join(root, ENTRIES, 'index.ts'), 'utf8');
  return [...list.matchAll(/^import \{ ([^}]+) \} from '\.\/([\w-]+)';$/gm)]
    .filter(([, names]) => names.split(', ').some((name) => new RegExp(`^  ${name},$`, 'm').test(list)))
    .map(([, , file]) => readFileSync(join(root, ENTRIES, `${file}.ts`), 'utf8'));
}
