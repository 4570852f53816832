/** Pages whose world is bent: prototypes overwritten, globals that throw or never end, editors that are none. */
import { MARK, type Ending, type HostilePage } from './hostile-page';

const page = (name: string, script: string, ends: Ending = 'either', body?: string): HostilePage => ({
  name,
  act: 'capture',
  script,
  ends,
  body,
});
const inserting = (name: string, script: string, ends: Ending = 'either'): HostilePage => ({ name, act: 'insert', script, ends });

const PROTOTYPES: readonly HostilePage[] = [
  page('getContext throws', `HTMLCanvasElement.prototype.getContext = () => { throw new Error('${MARK}'); };`, 'told'),
  page('getContext gives nothing', 'HTMLCanvasElement.prototype.getContext = () => null;', 'told'),
  page('writing a picture never ends', 'HTMLCanvasElement.prototype.toDataURL = () => { for (;;); };', 'waits'),
  page(
    'writing a picture gives a text',
    `HTMLCanvasElement.prototype.toDataURL = () => 'data:image/png;base64,' + btoa('${MARK}');`,
    'told',
  ),
  page('getImageData gives too little', 'CanvasRenderingContext2D.prototype.getImageData = () => ({ data: [1, 2, 3] });'),
  page('Object.keys throws', `Object.keys = () => { throw new Error('${MARK}'); };`),
  page('arrays find nothing', 'Array.prototype.find = () => undefined;', 'told'),
  page('arrays sort by throwing', `Array.prototype.sort = () => { throw '${MARK}'; };`),
  page('promises never go on', 'Promise.prototype.then = function () { return this; };', 'either'),
  page('JSON is gone', 'delete globalThis.JSON; delete globalThis.Reflect;'),
  page('Symbol.for gives another each time', `let n = 0; Symbol.for = () => Symbol(String(n++));`),
  page('boxes have no numbers', 'Element.prototype.getBoundingClientRect = () => ({ width: NaN, height: {} });'),
  page('nothing is visible', 'Element.prototype.checkVisibility = () => { throw 1; };'),
  page('querySelector lies', `Document.prototype.querySelector = () => new Proxy({}, { get() { throw '${MARK}'; } });`),
  page('functions can’t be called', `Function.prototype.call = Function.prototype.apply = () => { throw '${MARK}'; };`),
  page('the clock stands still', 'performance.now = () => NaN; Date.now = () => NaN;'),
  page('timers and frames never come', 'globalThis.setTimeout = globalThis.requestAnimationFrame = () => 0;'),
  page('the title never ends', `Object.defineProperty(document, 'title', { get: () => '${MARK} '.repeat(4e6) });`),
  page('the title throws', `Object.defineProperty(document, 'title', { get() { throw '${MARK}'; } });`),
];

const EDITORS: readonly HostilePage[] = [
  page('a Konva of endless stages', `globalThis.Konva = { stages: { filter: () => ({ sort: () => { for (;;); } }) } };`, 'waits'),
  page('a Konva of proxies', `globalThis.Konva = new Proxy({}, { get() { throw new Error('${MARK}'); } });`),
  page(
    'a Konva whose stage is garbage',
    `globalThis.Konva = { stages: [{ container: () => document.body, width: () => '${MARK}', height: () => NaN, scaleX: () => 0, getLayers: () => [{ id: 7 }] }] };`,
  ),
  page('a fabric that throws', `globalThis.fabric = new Proxy({}, { get() { throw new Error('${MARK}'); } });`),
  page(
    'a miniPaint of garbage',
    `globalThis.Layers = {}; globalThis.AppConfig = { layers: [null, 7, { id: {} }], layer: { type: '${MARK}', name: {} } }; globalThis.State = {};`,
  ),
  page('a Polotno of garbage', `globalThis.store = { activePage: { children: 7 }, selectedElements: '${MARK}', pages: [] };`),
  page(
    'globals that throw',
    `for (const n of ['a', 'b', 'store', 'canvas', 'editor', 'app']) Object.defineProperty(globalThis, n, { enumerable: true, get() { throw '${MARK}'; } });`,
    'works',
  ),
  page(
    'a global that never ends',
    `Object.defineProperty(globalThis, 'store', { enumerable: true, configurable: true, get() { for (;;); } });`,
    'waits',
  ),
  page('ten thousand globals', `for (let i = 0; i < 1e4; i++) globalThis['g' + i] = { store: {}, stages: [] };`, 'works'),
];

const DOCUMENTS: readonly HostilePage[] = [
  page(
    'names that hide the document’s own',
    '',
    'either',
    `<form name="querySelector"><input name="addEventListener"></form><img name="body"><img name="querySelectorAll"><a id="getElementById"></a><canvas width="96" height="64" style="width:300px;height:200px"></canvas>`,
  ),
  page('ten thousand canvases', '', 'either', '<canvas width="70" height="70"></canvas>'.repeat(10_000)),
  page('a canvas larger than any', '', 'told', '<canvas width="60000" height="60000" style="width:300px;height:200px"></canvas>'),
  page('a canvas of one pixel, shown large', '', 'told', '<canvas width="1" height="1" style="width:300px;height:200px"></canvas>'),
  page('no picture at all', '', 'told', `<p>${MARK}</p>`),
  page(
    'a policy that forbids everything',
    `const m = document.createElement('meta'); m.httpEquiv = 'Content-Security-Policy'; m.content = "default-src 'none'; require-trusted-types-for 'script'"; document.head.append(m);`,
    'works',
  ),
  page('leaves when it is read', `HTMLCanvasElement.prototype.toDataURL = () => { location.href = 'about:blank'; return ''; };`, 'told'),
  page('loads itself anew when it is read', `HTMLCanvasElement.prototype.toDataURL = () => { location.reload(); return ''; };`, 'told'),
  page(
    'asks the user when it is read',
    `const write = HTMLCanvasElement.prototype.toDataURL; HTMLCanvasElement.prototype.toDataURL = function (type) { alert('${MARK}'); return write.call(this, type); };`,
    'works',
  ),
];

const INSERTIONS: readonly HostilePage[] = [
  inserting('paste throws', `document.addEventListener('paste', () => { throw new Error('${MARK}'); });`),
  inserting('events can’t be made', `globalThis.ClipboardEvent = globalThis.DragEvent = function () { throw new Error('${MARK}'); };`),
  inserting('pictures can’t be decoded', `globalThis.createImageBitmap = () => Promise.reject(new Error('${MARK}'));`, 'told'),
  inserting('decoding never ends', 'globalThis.createImageBitmap = () => new Promise(() => {});', 'waits'),
  inserting('a picture’s bytes can’t be made', `globalThis.atob = () => { throw new Error('${MARK}'); };`, 'either'),
  inserting(
    'says what we never said',
    `globalThis[Symbol.for('brushover.page-script')] = async () => ({ ok: true, value: { editor: 'a', title: '${MARK}', way: 'layer', undo: 'Undo it at ${MARK}.example' } });`,
    'told',
  ),
  inserting(
    'claims another way',
    `globalThis[Symbol.for('brushover.page-script')] = async () => ({ ok: true, value: { editor: 'a', title: 'b', way: '${MARK}', undo: 'likePaste' } });`,
    'told',
  ),
  inserting(
    'goes away in time',
    `globalThis[Symbol.for('brushover.page-script')] = () => { location.href = 'about:blank'; return new Promise(() => {}); };`,
    'told',
  ),
];

export const WORLDS = [...PROTOTYPES, ...EDITORS, ...DOCUMENTS, ...INSERTIONS];
