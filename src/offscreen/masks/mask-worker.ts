/** The Worker that looks for one mask. */
import { failureOf } from '../../protocol/failure';
import type { MaskRequest } from '../../protocol/found-masks';
import { announceLife } from '../worker-life';
import { makeMask } from './make-mask';
import type { FromMaskWorker } from './worker-messages';

announceLife();

self.onmessage = ({ data }: MessageEvent<MaskRequest>) => void answer(data);

async function answer(request: MaskRequest): Promise<void> {
  try {
    post({ type: 'found', mask: await makeMask(request) });
  } catch (error) {
    post({ type: 'failed', failure: failureOf(error) });
  }
}

function post(message: FromMaskWorker): void {
  self.postMessage(message);
}
