import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../../cli/options';

const TEMPLATES = join('tools', 'editors', 'new-editor', 'templates');

/**
 * Makes an adapter, its stub page and its entry in the conformance suite, and registers all three.
 * They pass the suite as they are; then they are changed to what the real editor is like.
 * @returns the files that were made or changed, relative to `root`.
 */
export function createEditor(name: string, root = '.'): string[] {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    throw new UsageError(`“${name}” can't be a file name here; use small letters, digits and hyphens, such as "my-editor".`);
  }
  const words = wordsOf(name);
  const made: Record<string, string> = {
    [`src/editors/adapters/${name}.ts`]: 'adapter',
    [`test/pages/${name}/index.html`]: 'index',
    [`test/pages/${name}/main.ts`]: 'page',
    [`test/browser/editors/entries/${name}.ts`]: 'entry',
  };
  const taken = Object.keys(made).find((path) => existsSync(join(root, path)));
  if (taken) throw new UsageError(`${taken} is there already; choose another name.`);
  for (const [path, template] of Object.entries(made)) write(join(root, path), fill(template, words));
  // Editors go before any page's canvas and image.
  register(
    join(root, 'src/editors/adapters/index.ts'),
    `import { ${words.camel}Adapter } from './${name}';`,
    `  ${words.camel}Adapter,`,
    '  canvasAdapter,',
  );
  register(
    join(root, 'test/browser/editors/entries/index.ts'),
    `import { ${words.camel} } from './${name}';`,
    `  ${words.camel},`,
    '  canvas,',
  );
  const row = `| ${words.Title} | [${name}](adapters/${name}.ts) | a new layer | a stub |`;
  insertBefore(join(root, 'src/editors/README.md'), '| Any canvas', row);
  return [...Object.keys(made), 'src/editors/adapters/index.ts', 'test/browser/editors/entries/index.ts', 'src/editors/README.md'];
}

function wordsOf(name: string) {
  const parts = name.split('-').map((part) => part[0].toUpperCase() + part.slice(1));
  const Class = parts.join('');
  const camel = Class[0].toLowerCase() + Class.slice(1);
  return { name, Class, camel, Title: parts.join(' '), global: `${camel}Editor` };
}

function fill(template: string, words: Record<string, string>): string {
  return readFileSync(join(TEMPLATES, `${template}.txt`), 'utf8').replace(/\{\{(\w+)\}\}/g, (_, word: string) => words[word]);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function register(file: string, importLine: string, listLine: string, before: string): void {
  const lines = readFileSync(file, 'utf8').split('\n');
  const lastImport = lines.findLastIndex((line) => line.startsWith('import '));
  lines.splice(lastImport + 1, 0, importLine);
  writeFileSync(file, lines.join('\n'));
  insertBefore(file, before, listLine);
}

function insertBefore(file: string, start: string, line: string): void {
  const lines = readFileSync(file, 'utf8').split('\n');
  const at = lines.findIndex((candidate) => candidate.startsWith(start));
  if (at < 0) throw new Error(`${file} has no line that starts with “${start}”.`);
  lines.splice(at, 0, line);
  writeFileSync(file, lines.join('\n'));
}
