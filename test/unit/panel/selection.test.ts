import './fake-extension-api';
import { layer } from './jobs-for-tests';
import { selectedPart } from '../../../src/panel/state/selection';

jest.mock('../../../src/picture-files/decode', () => ({}));

const selected = (x: number, y: number, width: number, height: number) => selectedPart({ ...layer, selection: { x, y, width, height } });

test('a selection in document pixels is cut to the layer, in its own pixels', () => {
  expect(selected(110, 120, 50, 40)).toEqual({ x: 100, y: 100, width: 50, height: 40 });
  expect(selected(0, 0, 30, 30)).toEqual({ x: 0, y: 0, width: 20, height: 10 });
  expect(selected(400, 300, 500, 500)).toEqual({ x: 390, y: 280, width: 10, height: 20 });
});

test('a selection beside the layer, or none, is no selection', () => {
  expect(selected(500, 500, 50, 50)).toBeNull();
  expect(selectedPart(layer)).toBeNull();
});
