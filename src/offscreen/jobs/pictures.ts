import { decodeDeepImage } from '../../picture-files/decode';
import { encodePng } from '../../picture-files/encode';
import { fullSizeLayer } from '../../nst/images/full-size-layer';
import type { RgbaImage } from '../../nst/images/image';
import { prepareImages, type StyleTransferImages } from '../../nst/images/prepare-images';
import { resampleRgba } from '../../nst/images/resample';
import type { FullCheckpoint } from '../../nst/run/checkpoint';
import type { JobRequest, KeptPicture } from '../../protocol/job';
import type { ImageRef } from '../../protocol/layer';
import { loadImage, storeImage } from '../../storage/images';

const THUMBNAIL_SIDE = 160;

export async function loadImages(request: JobRequest): Promise<StyleTransferImages> {
  const decoded = async (ref: ImageRef, what: string): Promise<RgbaImage> => decodeDeepImage(await loadImage(ref), what);
  return {
    content: await decoded(request.content, 'The content image'),
    styles: await Promise.all(
      request.styles.map(async ({ image, name, weight, mask }) => ({
        image: await decoded(image, `The style image “${name}”`),
        weight,
        mask: mask === null ? null : await decoded(mask, `The mask of the style “${name}”`),
      })),
    ),
    mask: request.mask === null ? null : await decoded(request.mask, 'The mask'),
    keepMask: request.keepMask ? await decoded(request.keepMask, 'The mask of what is kept') : null,
    size: request.size,
  };
}

/** What a generated picture makes of the layer; where no layer was captured it is the picture itself. */
export function layerOf(request: JobRequest, images: StyleTransferImages, generated: RgbaImage): RgbaImage {
  return request.layer ? fullSizeLayer(images, generated, request.settings.padding === 'wrap') : generated;
}

/** Stores the last picture of a run that has no result; without a picture, or a place for it, there is none to keep. */
export async function keepPicture(
  request: JobRequest,
  images: StyleTransferImages | null,
  last: { picture: RgbaImage; evaluation: number } | null,
): Promise<KeptPicture | null> {
  if (!last || !images) return null;
  try {
    const { width, height } = images.content;
    const largest = request.layer ? layerOf(request, images, last.picture) : enlarged(last.picture, request.size, width, height);
    const image = await storeImage(encodePng(largest));
    return { image, width: largest.width, height: largest.height, evaluation: last.evaluation };
  } catch {
    return null;
  }
}

/** The best picture of a job's last checkpoint. */
export async function recoverPicture(request: JobRequest, checkpoint: FullCheckpoint): Promise<KeptPicture | null> {
  const images = await loadImages(request);
  const { width, height, best, rows } = checkpoint;
  const generated = { width, height, channels: 3, data: await best.generated.read() };
  const picture = prepareImages(images, request.settings).compose(generated);
  return keepPicture(request, images, { picture, evaluation: rows.length });
}

export async function storeThumbnail(picture: RgbaImage): Promise<ImageRef> {
  const factor = Math.min(1, THUMBNAIL_SIDE / Math.max(picture.width, picture.height));
  const side = (length: number): number => Math.max(1, Math.round(length * factor));
  return storeImage(encodePng(resampleRgba(picture, side(picture.width), side(picture.height))));
}

/** A picture of a coarse scale at the size that the result would have. */
function enlarged(picture: RgbaImage, size: number | null, width: number, height: number): RgbaImage {
  const factor = size === null ? 1 : size / Math.max(width, height);
  return resampleRgba(picture, Math.max(1, Math.round(width * factor)), Math.max(1, Math.round(height * factor)));
}
