/** `npm run package`: a zip for each browser's store, in dist/packages. */
import { statSync } from 'node:fs';
import { ensureBuilt } from './build/ensure-built';
import { filesInZip, packExtension, TARGETS } from './package/pack-extension';

await ensureBuilt();
for (const target of TARGETS) {
  const file = packExtension(target);
  const megabytes = (statSync(file).size / 1e6).toFixed(1);
  console.log(`${file}: ${megabytes} MB, ${filesInZip(file).length} files`);
}
