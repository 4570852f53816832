import { build } from 'esbuild';

let bundled: Promise<string> | null = null;

/** The script that the extension loads into pages, as one string. */
export function bundlePageScript(): Promise<string> {
  bundled ??= build({
    entryPoints: ['src/editors/page/page-script.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  }).then(({ outputFiles }) => outputFiles[0].text);
  return bundled;
}
