/** Pages that answer in place of our script. */
import { zlibSync } from 'fflate';
import { writtenChunk } from '../../../src/picture-files/png/chunks';
import { pngOf, scene } from '../extension/pictures';
import { MARK, type HostilePage } from './hostile-page';

const PNG = pngOf(scene(8, 8)).toString('base64');

const answer = {
  editor: 'canvas',
  title: 'canvas',
  layerId: 'a',
  layerName: 'a',
  x: 0,
  y: 0,
  width: 8,
  height: 8,
  documentName: 'a',
  documentWidth: 8,
  documentHeight: 8,
  selection: null,
  selectionMask: null,
  png: PNG,
};

/** In place of the script that is loaded when the panel asks. */
const inPlace = (expression: string): string => `globalThis[Symbol.for('brushover.page-script')] = ${expression};`;
const answering = (change: object | string): string =>
  inPlace(
    `async () => ({ ok: true, value: { ...${JSON.stringify(answer)}, ...${typeof change === 'string' ? change : JSON.stringify(change)} } })`,
  );
const told = (name: string, script: string): HostilePage => ({ name, act: 'capture', script, ends: 'told' });
const either = (name: string, script: string): HostilePage => ({ name, act: 'capture', script, ends: 'either' });

/** A header of 8 × 8 before data that unpack to a hundred megabytes. */
function bomb(): string {
  const honest = pngOf(scene(8, 8));
  const data = zlibSync(new Uint8Array(100 * 2 ** 20), { level: 9 });
  const chunks = [honest.subarray(0, 33), writtenChunk({ type: 'IDAT', data }), writtenChunk({ type: 'IEND', data: new Uint8Array() })];
  return Buffer.concat(chunks).toString('base64');
}

function claiming(width: number, height: number): string {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const honest = pngOf(scene(8, 8));
  return Buffer.concat([honest.subarray(0, 8), writtenChunk({ type: 'IHDR', data: header }), honest.subarray(33)]).toString('base64');
}

export const ANSWERS: readonly HostilePage[] = [
  told('answers with text', inPlace(`() => 'Session expired, ${MARK}'`)),
  told('answers with nothing', inPlace('() => undefined')),
  told('answers with a number', inPlace('() => NaN')),
  told('throws in place of an answer', inPlace(`() => { throw new Error('${MARK}'); }`)),
  told('rejects with an object', inPlace(`() => Promise.reject({ toString() { throw ${JSON.stringify(MARK)}; } })`)),
  told('writes a sentence of its own', inPlace(`async () => ({ ok: false, code: 'busy', message: 'Sign in at ${MARK}.example.' })`)),
  told('names a sentence that is none', inPlace(`async () => ({ ok: false, sentence: 'constructor', words: '${MARK}' })`)),
  told(
    'breaks out of the quotation',
    inPlace(`async () => ({ ok: false, sentence: 'hiddenLayer', words: 'a” is fine. ${MARK}: pay here. “' })`),
  ),
  told('quotes a novel', inPlace(`async () => ({ ok: false, sentence: 'refused', words: '${MARK} '.repeat(4e6) })`)),
  told(
    'has a getter in place of our script',
    `Object.defineProperty(globalThis, Symbol.for('brushover.page-script'), { get() { throw 1 } });`,
  ),
  told(
    'has a proxy in place of our script',
    inPlace(
      `new Proxy(function () {}, { get() { throw '${MARK}' }, apply() { return new Proxy({}, { get() { throw '${MARK}' }, ownKeys() { throw 1 } }) } })`,
    ),
  ),
  told('answers with a circle', inPlace('async () => { const a = { ok: true }; a.value = a; return a; }')),
  told('answers with an element', inPlace('() => document.body')),
  told('answers with a function', inPlace('() => () => 1')),
  told('answers with a BigInt', answering('{ width: 8n }')),
  told('has a width of NaN', answering('{ width: NaN }')),
  told('has negative sides', answering({ width: -8, height: -8 })),
  told('has sides of a million', answering({ width: 1e6, height: 1e6 })),
  told('has no picture', answering({ png: '' })),
  told('has a picture that is no base64', answering({ png: '%%%' })),
  told('has a picture that is none', answering({ png: Buffer.from('no picture at all').toString('base64') })),
  told('has 40 MB of rubbish for a picture', answering(`{ png: btoa('x'.repeat(3e7)) }`)),
  either('has a bomb for a picture', answering({ png: bomb() })),
  told('has a picture that claims 60,000 × 60,000', answering({ png: claiming(60_000, 60_000), width: 16_384, height: 16_384 })),
  told('has a picture of another size', answering({ width: 4000, height: 3000 })),
  told('has rubbish for a selection’s shape', answering({ selection: { x: 0, y: 0, width: 8, height: 8 }, selectionMask: 'AAAA' })),
  told('has an object for a name', answering('{ layerName: { toString() { throw 1; } } }')),
  told('has an endless key', answering(`{ layerId: 'a'.repeat(3e6) }`)),
  told('has a selection without sides', answering({ selection: { x: 0 } })),
  either('has a name of 20 MB', answering(`{ layerName: '${MARK} '.repeat(4e6), title: '${MARK} '.repeat(4e6) }`)),
  either('has a script for a key', answering({ layerId: `"); alert('${MARK}'); ("` })),
  either('has a name that turns around', answering({ layerName: 'gpj\u202e\u2066.exe\u0000\u001b[2J' })),
  { name: 'never answers', act: 'capture', script: inPlace('() => new Promise(() => {})'), ends: 'waits' },
  { name: 'answers in an endless loop', act: 'capture', script: inPlace('() => { for (;;); }'), ends: 'waits' },
];
