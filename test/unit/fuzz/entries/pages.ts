/** What a page answers, what stands in it, and what goes from it into an editor's scripts. */
import * as fc from 'fast-check';
import { EditorError } from '../../../../src/editors/editor-error';
import { blobOfBase64Png } from '../../../../src/editors/base64';
import { answerTo } from '../../../../src/editors/page-answers';
import type { PageAnswer, PageCallName } from '../../../../src/editors/page/page-calls';
import * as photopea from '../../../../src/editors/adapters/photopea-scripts';
import { fileNameOf } from '../../../../src/addresses/file-name-of';
import { addressOf, hostOf } from '../../../../src/picture-files/from-web';
import { UserFacingError } from '../../../../src/protocol/failure';
import { assert, assertFinite, isRefused } from '../assert';
import { entry, mutated, odd } from '../entry';

const LAYER = { id: 'a', name: 'a', visible: true };
const ANSWERS: Record<PageCallName, object> = {
  describe: { editor: 'a', title: 'a', documentName: 'a', width: 9, height: 9, layers: [LAYER], activeLayer: 'a' },
  capture: {
    ...{ editor: 'a', title: 'a', layerId: 'a', layerName: 'a', x: 0, y: 0, width: 8, height: 8, documentName: 'a' },
    ...{ documentWidth: 9, documentHeight: 9, selection: { x: 0, y: 0, width: 2, height: 2 }, selectionMask: 'AAAA', png: 'iVBORw0KGgo=' },
  },
  insert: { editor: 'a', title: 'a', way: 'layer', undo: 'likePaste' },
};
const NAMES = Object.keys(ANSWERS) as PageCallName[];

const answer = fc
  .constantFrom(...NAMES)
  .chain((name) =>
    fc.tuple(
      fc.constant(name),
      fc.oneof(
        mutated({ ok: true, value: ANSWERS[name] }),
        mutated({ ok: false, sentence: 'hiddenLayer', words: 'a' }),
        fc.record({ ok: fc.constant(false), sentence: fc.string(), words: odd }),
        odd,
      ),
    ),
  );

/** The function bodies that Photopea runs. */
const parses = (body: string): boolean => typeof new Function(body) === 'function';

export const PAGES = [
  entry('answers of pages', answer, async ([name, given]) => {
    let taken: unknown = null;
    if (await isRefused(() => (taken = answerTo(name, given as PageAnswer)), EditorError)) return;
    assertFinite(taken);
    const text = JSON.stringify(taken);
    assert(text.length < 1e4, 'It is longer than anybody reads.');
  }),
  entry('pictures as text', fc.oneof(fc.base64String(), fc.string({ unit: 'binary' })), async (text) => {
    await isRefused(() => blobOfBase64Png(text), EditorError);
  }),
  entry(
    'names and keys in Photopea’s scripts',
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string().map((text) => `"); ${text} ("`),
    ),
    (text) => {
      assert(parses(photopea.nameLayerScript(text)), 'The name is no longer a text in the script.');
      assert(parses(photopea.openLayerScript(text)), 'The address is no longer a text in the script.');
      const script = photopea.chooseLayerScript(text);
      assert(parses(script), 'The key is no longer a text in the script.');
      if (!/^[\d/]+$/.test(text)) assert(script === photopea.chooseLayerScript(null), 'A key that is none has entered the script.');
    },
  ),
  entry(
    'addresses',
    fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.string({ unit: 'binary' })),
    async (text) => {
      assert(typeof fileNameOf(text) === 'string', 'No name.');
      const host = hostOf(text);
      assert(host === null || host.length > 0, 'No host.');
      let address = '';
      if (await isRefused(() => (address = addressOf(text)), UserFacingError)) return;
      assert(/^https?:\/\//.test(address), `${address} is no web address.`);
    },
  ),
];
