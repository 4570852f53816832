import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { designs } from '../../../art/designs';
import { pictureSize } from '../../../art/toolkit/design';

const root = join(__dirname, '../../..');
const folder = join(root, 'styles');

interface Entry {
  id: string;
  name: string;
  description: string;
  group: string;
  file: string;
  width: number;
  height: number;
  sha256: string;
  pixelsSha256: string;
  seed: number;
}

interface Measures {
  id: string;
  width: number;
  height: number;
  contrast: number;
  colors: number;
  calmestDetail: number;
  nearest: number;
}

const entries = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as Entry[];
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** In a process of its own: the loops of drawing are some twenty times slower in jest's sandbox. */
function runScript(name: string, ...names: string[]): unknown {
  const command = ['--import', 'tsx', join(root, 'art', name), ...names];
  return JSON.parse(execFileSync(process.execPath, command, { cwd: root, encoding: 'utf8' }));
}

describe('styles/index.json', () => {
  it('lists every design once, in the order of the gallery', () => {
    const listed = entries.map(({ id, name, description, group, seed }) => ({ id, name, description, group, seed }));
    expect(listed).toEqual(designs.map(({ id, name, description, group, seed }) => ({ id, name, description, group, seed })));
    expect(new Set(entries.map(({ name }) => name)).size).toBe(entries.length);
    expect(entries.length).toBeGreaterThanOrEqual(16);
    expect(entries[0].id).toBe('starlit-swirls');
  });

  it('knows the bytes of every file, and no file is left over', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.jpg'));
    expect(files.sort()).toEqual(entries.map(({ file }) => file).sort());
    for (const { file, sha256: expected } of entries) expect([file, sha256(readFileSync(join(folder, file)))]).toEqual([file, expected]);
  });

  it('stays small enough to ship', () => {
    const total = entries.reduce((sum, { file }) => sum + statSync(join(folder, file)).size, 0);
    expect(total).toBeLessThan(5e6);
  });
});

describe('drawing again', () => {
  // One design each that leans on noise, on polygons, on strokes, on cells and on a body in space; all would take minutes.
  const redrawn = ['terrazzo', 'cubist-facets', 'palette-knife-birches', 'stained-glass', 'pencil-portrait'];
  const hashes = runScript('hash-styles.ts', ...redrawn, 'terrazzo+1') as Record<string, string>;

  it.each(redrawn)('gives the very pixels of %s', (id) => {
    expect(hashes[id]).toBe(entries.find((entry) => entry.id === id)!.pixelsSha256);
  });

  it('gives another picture from another seed', () => {
    expect(hashes['terrazzo+1']).toMatch(/^[0-9a-f]{64}$/);
    expect(hashes['terrazzo+1']).not.toBe(hashes.terrazzo);
  });
});

describe('every picture', () => {
  const measures = runScript('measure-styles.ts') as Measures[];

  it('was measured', () => {
    expect(measures.map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
  });

  // Thresholds: a flat grey picture has 0, 1, 0 and a copy 0; a soft snapshot about 35, 40, 1.
  it.each(measures)('$id has contrast, colours and detail, and is like no other', (picture) => {
    expect([picture.width, picture.height]).toEqual([pictureSize, pictureSize]);
    expect(picture.contrast).toBeGreaterThan(30);
    expect(picture.colors).toBeGreaterThan(25);
    expect(picture.calmestDetail).toBeGreaterThan(1.5);
    expect(picture.nearest).toBeGreaterThan(25);
  });
});
