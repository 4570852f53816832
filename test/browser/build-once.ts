import { BUILT_FOR_ALL, ensureBuilt } from '../../tools/build/ensure-built';

/** Jest runs it before the first test file; the processes that run the files inherit what it sets. */
export default async function buildOnce(): Promise<void> {
  await ensureBuilt();
  process.env[BUILT_FOR_ALL] = 'yes';
}
