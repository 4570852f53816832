import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { designs } from './designs/index';
import { encode } from './jpeg';
import { drawDesign, type Design, type DesignGroup } from './toolkit/design';

const folder = join(import.meta.dirname, '../styles');
const index = join(folder, 'index.json');
const quality = 76;

/** One row of styles/index.json. */
interface StyleEntry {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly group: DesignGroup;
  readonly file: string;
  readonly width: number;
  readonly height: number;
  /** Of the file's bytes. */
  readonly sha256: string;
  /** Of the drawn pixels before compression, [height, width, 4] bytes. */
  readonly pixelsSha256: string;
  readonly seed: number;
}

async function drawStyle(design: Design): Promise<StyleEntry> {
  const canvas = drawDesign(design);
  const { width, height } = canvas;
  const data = canvas.toRgba();
  const bytes = await encode({ width, height, data }, quality);
  const { id, name, description, group, seed } = design;
  const file = `${id}.jpg`;
  writeFileSync(join(folder, file), bytes);
  console.log(`${file}: ${Math.round(bytes.length / 1024)} KB`);
  return { id, name, description, group, file, width, height, sha256: sha256(bytes), pixelsSha256: sha256(data), seed };
}

function sha256(bytes: Uint8Array | Uint8ClampedArray): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function removeOthers(entries: readonly StyleEntry[]): void {
  const known = new Set(entries.map(({ file }) => file));
  for (const file of readdirSync(folder)) {
    if (file.endsWith('.jpg') && !known.has(file)) rmSync(join(folder, file));
  }
}

/** Of an earlier drawing; what people read is taken from the design. */
function knownEntries(): Map<string, StyleEntry> {
  if (!existsSync(index)) return new Map();
  const entries = JSON.parse(readFileSync(index, 'utf8')) as StyleEntry[];
  return new Map(entries.map((entry) => [entry.id, entry]));
}

/** Draws the styles named, and those never drawn; without names all of them. */
async function drawStyles(ids: readonly string[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const known = knownEntries();
  const entries: StyleEntry[] = [];
  for (const design of designs) {
    const entry = ids.length > 0 && !ids.includes(design.id) ? known.get(design.id) : undefined;
    entries.push(entry ? { ...entry, name: design.name, description: design.description, group: design.group } : await drawStyle(design));
  }
  removeOthers(entries);
  writeFileSync(index, `${JSON.stringify(entries, null, 2)}\n`);
}

await drawStyles(process.argv.slice(2));
