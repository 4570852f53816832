import { chooseLayerScript, nameLayerScript, openLayerScript } from '../../../src/editors/adapters/photopea-scripts';

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
