/** `npm run package`: a zip for each browser's store, and the words of its listing, in dist/packages. */
import { statSync } from 'node:fs';
import { ensureBuilt } from './build/ensure-built';
import { filesInZip, packExtension, TARGETS } from './package/pack-extension';
import { writeListings } from './package/store-listing';

await ensureBuilt();
for (const target of TARGETS) {
  const file = packExtension(target);
  const megabytes = (statSync(file).size / 1e6).toFixed(1);
  console.log(`${file}: ${megabytes} MB, ${filesInZip(file).length} files`);
}
console.log(`${writeListings()}: name, short and long description in each language, and what each permission is for`);
console.log('Pictures for the listing: npm run screenshots:store');
