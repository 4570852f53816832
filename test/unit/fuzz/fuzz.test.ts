/** A sample of `npm run test:fuzz`. */
import { ENTRIES, fuzz } from './campaign';

const CASES = 150;

test.each(ENTRIES.map((entry) => [entry.name, entry] as const))('%s: refused with a sentence, or taken whole', async (_name, entry) => {
  expect((await fuzz(entry, CASES, 11)).problem).toBeNull();
});
