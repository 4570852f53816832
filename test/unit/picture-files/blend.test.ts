import { blend } from '../../../src/picture-files/blend';

const layer = { width: 2, height: 1, data: new Uint8ClampedArray([0, 100, 255, 255, 10, 20, 30, 128]) };
const result = { width: 2, height: 1, data: new Uint8ClampedArray([200, 50, 255, 255, 11, 40, 0, 64]) };

test('strength goes from the layer to the result in a straight line, and leaves the result’s alpha', () => {
  expect([...blend(layer, result, 1).data]).toEqual([...result.data]);
  expect([...blend(layer, result, 0).data]).toEqual([0, 100, 255, 255, 10, 20, 30, 64]);
  expect([...blend(layer, result, 0.5).data]).toEqual([100, 75, 255, 255, 10, 30, 15, 64]);
});
