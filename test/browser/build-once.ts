import { ensureBuilt } from '../../tools/build/ensure-built';

/** Jest runs it before the first browser test. */
const buildOnce = (): Promise<void> => ensureBuilt();
export default buildOnce;
