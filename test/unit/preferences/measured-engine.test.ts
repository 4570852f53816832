import 'fake-indexeddb/auto';
import { signal } from '@preact/signals';
import { measureAgain, measuredEngine, followMeasuredEngine } from '../../../src/preferences/measured-engine';
import { loadEngineChoice, saveEngineChoice } from '../../../src/storage/engine-choice';

it('shows what was measured, and forgets it when asked to measure again', async () => {
  await saveEngineChoice({ fingerprint: 'here', name: 'wasm', reason: 'fastest on a test' });
  const shown = new Promise<void>((resolve) => {
    const stop = measuredEngine.subscribe((choice) => choice && queueMicrotask(() => (stop(), resolve())));
  });
  const unfollow = followMeasuredEngine(signal(false));
  await shown;
  expect(measuredEngine.value).toMatchObject({ name: 'wasm', reason: 'fastest on a test' });
  await measureAgain();
  expect(measuredEngine.value).toBeNull();
  expect(await loadEngineChoice()).toBeNull();
  unfollow();
});
