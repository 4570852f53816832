import 'fake-indexeddb/auto';
import { loadRebuilt, saveRebuilt } from '../../../src/storage/rebuilt';

const rebuilt = (lossAfter: number) => ({
  picture: { width: 1, height: 1, data: new Uint8ClampedArray(4) },
  lossBefore: 1,
  lossAfter,
});

it('keeps so many rebuilt pictures, and the oldest make room', async () => {
  const now = jest.spyOn(Date, 'now');
  for (let i = 0; i < 132; i++) {
    now.mockReturnValue(1000 * i);
    await saveRebuilt(`a:${i}`, rebuilt(i));
  }
  now.mockRestore();
  expect(await loadRebuilt('a:0')).toBeNull();
  expect(await loadRebuilt('a:1')).toBeNull();
  expect(await loadRebuilt('a:2')).toEqual(rebuilt(2));
  expect(await loadRebuilt('a:131')).toEqual(rebuilt(131));
  expect(await loadRebuilt('another')).toBeNull();
});
