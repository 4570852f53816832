import type { Failure } from '../../protocol/failure';
import type { FoundMask } from '../../protocol/found-masks';

export type FromMaskWorker = { type: 'found'; mask: FoundMask } | { type: 'failed'; failure: Failure };
