/** A sample of `npm run test:soak`. */
import type { RunningExtension } from '../../../tools/browser/launch-extension';
import { startExtension } from '../extension/running-extension';
import { Soak } from './soak';

let extension: RunningExtension;
beforeAll(async () => {
  extension = await startExtension();
});
afterAll(() => extension?.close());

test('jobs of every kind leave nothing behind', async () => {
  const soak = await Soak.open(extension);
  const { problems } = await soak.run(8, () => undefined);
  expect(problems).toEqual([]);
});
