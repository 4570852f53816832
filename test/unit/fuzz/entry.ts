import * as fc from 'fast-check';

/** One way in, and what must hold for whatever comes by it. */
export interface Entry {
  name: string;
  /** Throws where something is taken that should not be, or where what is told helps nobody. */
  property(): fc.IAsyncPropertyWithHooks<[unknown]>;
  /** Its part of all cases; 1 unless it is slow. */
  share?: number;
}

export function entry<Case>(name: string, cases: fc.Arbitrary<Case>, check: (one: Case) => unknown, share = 1): Entry {
  return { name, share, property: () => fc.asyncProperty(cases, async (one) => void (await check(one))) as never };
}

/** The object with one of its parts, at any depth, replaced by anything. */
export function mutated(valid: object, anything: fc.Arbitrary<unknown> = fc.anything(ODD)): fc.Arbitrary<unknown> {
  const paths = pathsOf(valid);
  return fc.tuple(fc.array(fc.tuple(fc.constantFrom(...paths), anything), { maxLength: 3 })).map(([changes]) => {
    const copy = structuredClone(valid);
    for (const [path, value] of changes) replace(copy, path, value);
    return copy;
  });
}

/** What programs stumble over. */
const ODD: fc.ObjectConstraints = {
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withSparseArray: true,
  values: [
    fc.constantFrom<unknown>(
      NaN,
      Infinity,
      -Infinity,
      -0,
      -1,
      1e9,
      1e300,
      '',
      '__proto__',
      'constructor',
      'toString',
      null,
      undefined,
      {},
      [],
    ),
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.integer(),
    fc.boolean(),
  ],
};

export const odd = fc.anything(ODD);

/** A file with some of its bytes changed, left out, doubled, or its end cut off. */
export function damaged(files: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const change = fc.record({
    kind: fc.constantFrom('set', 'flip', 'cut', 'drop', 'double', 'length'),
    at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    value: fc.integer({ min: 0, max: 255 }),
  });
  return fc
    .tuple(fc.constantFrom(...files), fc.array(change, { minLength: 1, maxLength: 6 }))
    .map(([file, changes]) => changes.reduce(changed, file));
}

function changed(file: Uint8Array, { kind, at, value }: { kind: string; at: number; value: number }): Uint8Array {
  const place = Math.floor(at * file.length);
  const bytes = file.slice();
  if (kind === 'set') bytes[place] = value;
  if (kind === 'flip') bytes[place]! ^= 1 << (value % 8);
  if (kind === 'cut') return bytes.subarray(0, place);
  if (kind === 'drop') return joined(bytes.subarray(0, place), bytes.subarray(place + 1 + value));
  if (kind === 'double') return joined(bytes.subarray(0, place), bytes.subarray(Math.max(0, place - value)));
  if (kind === 'length' && place + 4 <= bytes.length) new DataView(bytes.buffer, bytes.byteOffset).setUint32(place, value * 0x01010101);
  return bytes;
}

const joined = (a: Uint8Array, b: Uint8Array): Uint8Array => new Uint8Array([...a, ...b]);

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...path, key]));
  return path.length === 0 ? inner : [path, ...inner];
}

function replace(root: object, path: Path, value: unknown): void {
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : null), root);
  if (typeof parent === 'object' && parent !== null) Reflect.set(parent, path.at(-1)!, value);
}
