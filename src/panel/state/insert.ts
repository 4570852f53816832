import { signal } from '@preact/signals';
import type { InsertOutcome, InsertRequest } from '../../protocol/layer';
import { failureOf } from '../../protocol/failure';
import { call } from '../../protocol/messages';

/** The layer above which a new one was put last. */
export const insertedAbove = signal<Pick<InsertRequest, 'tabId' | 'above'> | null>(null);

/** Of the documents that were found to be gone: who presses Insert once more means the one that is open now. */
const gone = new Set<string>();

/** Puts a picture into the editor. The first time that the page was loaded anew since the capture it rejects and asks. */
export async function insert(request: InsertRequest): Promise<InsertOutcome> {
  const { document } = request;
  const isSaid = document.id !== null && gone.has(document.id);
  try {
    const outcome = await call('background', 'insertLayer', isSaid ? { ...request, document: { ...document, id: null } } : request);
    if (outcome.way === 'layer') insertedAbove.value = { tabId: request.tabId, above: request.above };
    return outcome;
  } catch (error) {
    if (document.id !== null && failureOf(error).code === 'other-document') gone.add(document.id);
    throw error;
  }
}
