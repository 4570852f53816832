import './fake-extension-api';
import { evenMask } from '../../../src/panel/state/brush/mask-drawing';
import { maskSize } from '../../../src/panel/state/brush/mask-pictures';
import {
  canRedo,
  canUndo,
  commitMask,
  forgetMasks,
  maskBefore,
  maskRefs,
  masks,
  redoMask,
  storedMasks,
  styleRegions,
  undoMask,
} from '../../../src/panel/state/brush/masks';

jest.mock('../../../src/panel/state/brush/mask-pictures', () => ({
  ...jest.requireActual<object>('../../../src/panel/state/brush/mask-pictures'),
  storeMask: async ({ values }: { values: Uint8Array }) => `stored ${[...values].join(' ')}`,
}));

const size = { width: 2, height: 1 };
const even = (value: number) => evenMask(2, 1, value);

beforeEach(forgetMasks);

test('what is painted is stored, undone and redone, whichever meaning it has', async () => {
  commitMask('strength', even(9));
  commitMask('keep', even(200));
  expect(await storedMasks()).toEqual({ strength: 'stored 9 9', keep: 'stored 200 200' });
  expect(undoMask()).toBe('keep');
  expect((await storedMasks()).keep).toBeUndefined();
  expect(undoMask()).toBe('strength');
  expect([canUndo.value, canRedo.value, undoMask()]).toEqual([false, true, null]);
  expect(redoMask()).toBe('strength');
  expect(masks.value.strength).toEqual(even(9));
  commitMask('keep', even(1));
  expect(canRedo.value).toBe(false);
});

test('of strokes in quick succession the last one is what is stored', async () => {
  for (const value of [1, 2, 3]) commitMask('strength', even(value));
  expect(await storedMasks()).toEqual({ strength: 'stored 3 3' });
});

test('a first stroke begins with the selection, or with nothing to paint on and all to erase from', () => {
  expect(maskBefore('strength', false, even(7), size)).toEqual(even(7));
  expect(maskBefore('strength', false, null, size)).toEqual(even(0));
  expect(maskBefore('strength', true, null, size)).toEqual(even(255));
  expect(maskBefore('keep', true, even(7), size)).toEqual(even(0));
  commitMask('keep', even(40));
  expect(maskBefore('keep', true, null, size)).toEqual(even(40));
});

test('a style that was not painted takes what the other leaves; alone it applies everywhere', async () => {
  expect(await styleRegions(2)).toEqual([]);
  commitMask('style2', even(55));
  expect(await styleRegions(1)).toEqual([]);
  expect(await styleRegions(2)).toEqual(['stored 200 200', 'stored 55 55']);
  commitMask('style1', even(30));
  expect(await styleRegions(2)).toEqual(['stored 30 30', 'stored 55 55']);
});

test('another layer begins untouched', () => {
  commitMask('strength', even(9));
  forgetMasks();
  expect([masks.value, maskRefs.value, canUndo.value]).toEqual([{}, {}, false]);
});

test('a mask has the layer’s shape, and is never larger than needed', () => {
  expect(maskSize({ width: 451, height: 300 })).toEqual({ width: 451, height: 300 });
  expect(maskSize({ width: 6144, height: 3072 })).toEqual({ width: 1536, height: 768 });
  expect(maskSize({ width: 9000, height: 2 })).toEqual({ width: 1536, height: 1 });
});
