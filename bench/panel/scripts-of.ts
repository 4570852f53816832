import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface Script {
  name: string;
  bytes: number;
  compressed: number;
}

const IMPORT = /(?:import|export)\s*(?:[^'"();]*?from\s*)?["'](\.[^'"]+)["']/g;

/** A module and all that it imports at once, without what it imports when it is needed. */
export function scriptsOf(entry: string): Script[] {
  const found = new Map<string, Script>();
  visit(resolve(entry), found);
  return [...found.values()];
}

function visit(path: string, found: Map<string, Script>): void {
  if (found.has(path)) return;
  const text = readFileSync(path, 'utf8');
  found.set(path, { name: basename(path), bytes: Buffer.byteLength(text), compressed: gzipSync(text, { level: 9 }).length });
  for (const [, target] of text.matchAll(IMPORT)) visit(resolve(dirname(path), target), found);
}
