import { decodeSmall } from '../../picture-files/decode-small';
import type { RgbaImage } from '../../nst/images/image';
import { prepareImages } from '../../nst/images/prepare-images';
import type { FloatImage } from '../../nst/images/resample';
import type { ImageRef } from '../../protocol/layer';
import type { PreviewRequest } from '../../protocol/previews';
import { loadImage } from '../../storage/images';

export interface PreparedContent {
  /** RGB in 0…255, hidden pixels filled. */
  image: FloatImage;
  /** The layer that a painted picture makes: the content's alpha and mask, its colours where those are kept. */
  compose(painted: FloatImage): RgbaImage;
}

type ContentOrder = Pick<PreviewRequest, 'content' | 'mask' | 'size' | 'keepColors'>;

/** The layer at the size of the large preview, and at that of the gallery's. */
const KEPT = 3;

/** Decodes and shrinks a content once, for all the styles that are tried on it. */
export class ContentCache {
  private readonly prepared = new Map<string, Promise<PreparedContent>>();

  prepare({ content, mask, size, keepColors }: ContentOrder): Promise<PreparedContent> {
    const key = JSON.stringify([content, mask, size, keepColors]);
    const known = this.prepared.get(key);
    if (known) return known;
    const made = prepare({ content, mask, size, keepColors });
    this.prepared.set(key, made);
    made.catch(() => this.prepared.delete(key));
    if (this.prepared.size > KEPT) this.prepared.delete(this.prepared.keys().next().value!);
    return made;
  }
}

async function prepare({ content, mask, size, keepColors }: ContentOrder): Promise<PreparedContent> {
  const picture = await decoded(content, size, 'The picture');
  const longest = Math.max(picture.width, picture.height);
  const images = {
    content: picture,
    styles: [],
    mask: mask === null ? null : await decoded(mask, size, 'The mask'),
    size: size < longest ? size : null,
  };
  const { content: image, compose } = prepareImages(images, { styleScale: 1, keepColors, padding: 'zero' });
  return { image, compose };
}

async function decoded(ref: ImageRef, size: number, what: string): Promise<RgbaImage> {
  return decodeSmall(await loadImage(ref), size, what);
}
