import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { build } from 'esbuild';
import type { Key } from './key';
import type { PagePair, PageData } from './page/data';
import type { JudgedPair } from './pairs';

/** One HTML file with the pictures' own bytes, a script and the key in it: it loads nothing. */
export async function pageOf(key: Key, pairs: Map<string, JudgedPair>): Promise<string> {
  const data: PageData = { key, pairs: await Promise.all(key.pairs.map(({ name, first }) => pagePair(pairs.get(name)!, first))) };
  const template = await readFile(join(import.meta.dirname, 'page/page.html'), 'utf8');
  const script = await bundledScript();
  return template
    .replace('<!-- data -->', () => `<script type="application/json" id="data">${jsonInScript(data)}</script>`)
    .replace('<!-- script -->', () => `<script>${script.replaceAll('</', '<\\/')}</script>`);
}

async function pagePair(pair: JudgedPair, first: 'a' | 'b'): Promise<PagePair> {
  const second = first === 'a' ? 'b' : 'a';
  const [one, two, content, style] = await Promise.all([pair[first], pair[second], pair.content, pair.style].map(dataUrl));
  return { pictures: [one!, two!], content, style };
}

async function dataUrl(file: string | null): Promise<string | null> {
  if (file === null) return null;
  const type = extname(file).toLowerCase() === '.png' ? 'image/png' : 'image/jpeg';
  return `data:${type};base64,${(await readFile(file)).toString('base64')}`;
}

/** JSON in which nothing ends the script element. */
function jsonInScript(data: PageData): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

async function bundledScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'page/main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  return outputFiles[0].text;
}
