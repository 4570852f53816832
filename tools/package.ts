/** `npm run package`: a zip for each browser's store, in dist/packages. */
import { statSync } from 'node:fs';
import { ensureBuilt } from './build/ensure-built';
import { packExtension, TARGETS } from './package/pack-extension';
import { zipEntries } from './package/zip-entries';

await ensureBuilt();
for (const target of TARGETS) {
  const file = packExtension(target);
  const megabytes = (statSync(file).size / 1e6).toFixed(1);
  console.log(`${file}: ${megabytes} MB, ${zipEntries(file).length} files`);
}
