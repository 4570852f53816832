import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Document {
  /** From the project's folder. */
  name: string;
  text: string;
}

/** What a command makes, which a fresh clone lacks, and the library by its name. */
const MADE = /^(dist|out|node_modules|brushover)\//;
/** A place that the reader fills in. */
const PLACEHOLDER = /NAME|FILE|DIR|my-editor|[*{<…]/;
/** Parts of src and of the method are also named without them: "offscreen/ownership.ts", "losses/loss.ts". */
const ROOTS = ['', 'src', 'src/nst'];

/** README, CONTRIBUTING and CHANGELOG, the pages of parts, and the decisions, as far as they are there. */
export function documentsOf(root: string): string[] {
  const decisions = readdirSync(join(root, 'docs/decisions'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/decisions/${name}`);
  const pages = [
    'README.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    'docs/threat-model.md',
    'docs/for-editor-authors.md',
    'src/panel/README.md',
    'src/editors/README.md',
    'test/fixtures/README.md',
  ];
  return [...pages, ...decisions].filter((name) => existsSync(join(root, name)));
}

/** Paths in backticks that have a folder or a source's ending, and targets of links to files. */
export function namedPaths(text: string): string[] {
  const quoted = [...text.matchAll(/`([\w.-]+(?:\/[\w.*{}<>…-]+)+\/?)`/g)].map(([, path]) => path!);
  const linked = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, path]) => path!).filter(isFile);
  return [...quoted, ...linked];
}

/** Not a page of the web, and not a formula such as a[l](C). */
function isFile(target: string): boolean {
  return !/^[a-z]+:/.test(target) && /[./]/.test(target);
}

/** One sentence for each path that names nothing. */
export function problemsOfDocuments(documents: readonly Document[], exists: (path: string) => boolean): string[] {
  return documents.flatMap(({ name, text }) =>
    [...new Set(namedPaths(text))]
      .filter((path) => !MADE.test(path) && !PLACEHOLDER.test(path) && !isThere(path, name, exists))
      .map((path) => `${name} names ${path}, which does not exist.`),
  );
}

function isThere(path: string, document: string, exists: (path: string) => boolean): boolean {
  return [...ROOTS.map((root) => join(root, path)), join(dirname(document), path)].some((place) => exists(place) || exists(`${place}.ts`));
}
