import '../panel/fake-extension-api';
import { bytesText } from '../../../src/options/state/bytes';
import { speedOf } from '../../../src/options/state/engines';

const figure = (name: 'wasm' | 'webgl' | 'webgpu', milliseconds: number | null) => ({ name, milliseconds, problem: null });

test('an engine is told beside the fastest one', () => {
  const all = [figure('wasm', 400), figure('webgl', 100), figure('webgpu', null)];
  expect(all.map((one) => speedOf(one, all))).toEqual([0.25, 1, null]);
  expect(speedOf(undefined, all)).toBeNull();
});

test('sizes are told in the unit that is read most easily', () => {
  expect([0, 430_000, 12_400_000, 1_340_000_000].map(bytesText)).toEqual(['0 KB', '430 KB', '12 MB', '1.3 GB']);
});
