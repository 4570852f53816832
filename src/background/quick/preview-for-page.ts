import { base64OfBlob } from '../../editors/base64';
import { call } from '../../protocol/messages';
import type { EncodedPicture } from '../../protocol/overlay-calls';
import { requestPreview, type Preview } from '../../protocol/preview-client';
import type { ImageRef } from '../../protocol/layer';
import type { RecentStyle } from '../../protocol/previews';
import { loadImage } from '../../storage/images';
import { ensureOffscreenDocument } from '../offscreen-document';
import { encodePicture } from './encode-picture';

interface Order {
  image: ImageRef;
  style: RecentStyle;
  size: number;
}

export async function previewForPage(order: Order): Promise<EncodedPicture> {
  return encodePicture((await paint(order, false)).picture, 'image/png');
}

/** As it was stored, so without a look at its size. */
export async function originalForPage({ image }: { image: ImageRef }): Promise<EncodedPicture> {
  const blob = await loadImage(image);
  return { bytes: await base64OfBlob(blob), type: blob.type };
}

/** The service worker speaks to the offscreen document directly: a message to itself would not arrive. */
export async function paint({ image, style, size }: Order, keep: boolean): Promise<Preview> {
  await ensureOffscreenDocument();
  const calls = {
    preview: (request: Parameters<Parameters<typeof requestPreview>[0]['preview']>[0]) => call('offscreen', 'preview', request),
    cancelPreviews: (ids: string[]) => call('offscreen', 'cancelPreviews', { ids }),
  };
  const styles = [{ source: style.source, weight: 1 }];
  return requestPreview(calls, {
    content: image,
    styles,
    // Strength is a blend of the original and what was made of it, by whoever shows it.
    strength: 1,
    mask: null,
    size,
    keepColors: 'none',
    priority: 'chosen',
    optimized: null,
    keep,
  });
}
