import {
  chooseDocumentScript,
  chooseLayerScript,
  keyOf,
  nameLayerScript,
  openLayerScript,
  partsOfKey,
} from '../../../src/editors/adapters/photopea-scripts';

it('takes the path of a layer into its script', () => {
  expect(chooseLayerScript('2/0/11')).toContain('var wanted = "2/0/11";');
});

it.each(['"; app.activeDocument.close(); "', '1/', '-1', '1e9', '\\', '${1}', '1'.repeat(9), '', '1/2\n3'])(
  'takes no other text of a page into a script: %j',
  (layerId) => {
    expect(chooseLayerScript(layerId)).toBe(chooseLayerScript(null));
  },
);

it('quotes names and addresses', () => {
  expect(nameLayerScript('a"; alert(1); "')).toContain('"a\\"; alert(1); \\""');
  expect(openLayerScript('data:,"')).toContain('app.open("data:,\\"", null, true)');
});

it('keeps a layer’s path and its document’s name in one key', () => {
  expect(partsOfKey(keyOf('2/0', 'a@b | c.psd'))).toEqual({ path: '2/0', documentName: 'a@b | c.psd' });
  expect(chooseDocumentScript('a"; alert(1); "')).toContain('var wanted = "a\\"; alert(1); \\""');
});

it('makes the document that was captured current, and says where it is gone', () => {
  const run = (names: string[], wanted: string) => {
    const documents = names.map((name) => ({ name }));
    const app = { documents, activeDocument: documents[0] };
    const answer = (new Function('app', chooseDocumentScript(wanted)) as (app: object) => string)(app);
    return [answer, app.activeDocument!.name];
  };
  expect(run(['a', 'b'], 'a')).toEqual(['there', 'a']);
  expect(run(['a', 'b'], 'b')).toEqual(['there', 'b']);
  expect(run(['a', 'b'], 'c')).toEqual(['gone', 'a']);
});
