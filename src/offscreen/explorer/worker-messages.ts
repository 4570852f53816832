import type { ExplorerEvent, LayerRequest, RebuildRequest } from '../../protocol/explorer';
import type { Failure } from '../../protocol/failure';

export type ExplorerOrder = { type: 'explore'; request: LayerRequest } | { type: 'rebuild'; request: RebuildRequest };

export type ToExplorerWorker =
  | ExplorerOrder
  /** Nobody waits for this one any more. */
  | { type: 'cancel'; id: string };

export type FromExplorerWorker = ExplorerEvent | { id: string; type: 'failed'; failure: Failure };
