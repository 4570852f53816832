import { requestPreview, type Preview, type PreviewCalls } from '../../protocol/preview-client';
import type { PreviewRequest } from '../../protocol/previews';
import { call } from '../../protocol/messages';

const calls: PreviewCalls = {
  preview: (request) => call('background', 'preview', request),
  cancelPreviews: (ids) => call('background', 'cancelPreviews', { ids }),
};

/** Rejects with the signal's reason where it is aborted, else with a sentence for the user. */
export function askPreview(order: Omit<PreviewRequest, 'id'>, signal?: AbortSignal): Promise<Preview> {
  return requestPreview(calls, order, signal);
}
