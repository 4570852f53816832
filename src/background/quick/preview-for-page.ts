import { call } from '../../protocol/messages';
import type { EncodedPicture, PageCalls } from '../../protocol/overlay-calls';
import { requestPreview, type Preview } from '../../protocol/preview-client';
import { ensureOffscreenDocument } from '../offscreen-document';
import { encodePicture } from './encode-picture';

type Order = Parameters<PageCalls['preview']>[0];

export async function previewForPage(order: Order): Promise<EncodedPicture> {
  return encodePicture((await paint(order, false)).picture, 'image/png');
}

/** The service worker speaks to the offscreen document directly: a message to itself would not arrive. */
export async function paint({ image, style, strength, size }: Order, keep: boolean): Promise<Preview> {
  await ensureOffscreenDocument();
  const calls = {
    preview: (request: Parameters<Parameters<typeof requestPreview>[0]['preview']>[0]) => call('offscreen', 'preview', request),
    cancelPreviews: (ids: string[]) => call('offscreen', 'cancelPreviews', { ids }),
  };
  const styles = [{ source: style.source, weight: 1 }];
  return requestPreview(calls, {
    content: image,
    styles,
    strength,
    mask: null,
    size,
    keepColors: 'none',
    priority: 'chosen',
    optimized: null,
    keep,
  });
}
