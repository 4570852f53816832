import { LONGEST_MASK_SIDE, maskOfPicture } from '../../nst/masks/mask-of-picture';
import { startPreviewBackend } from '../../nst/preview/start-backend';
import { decodeSmall } from '../../picture-files/decode-small';
import { encodePng } from '../../picture-files/encode';
import type { FoundMask, MaskRequest } from '../../protocol/found-masks';
import { loadImage, storeImage } from '../../storage/images';
import { assetUrl, fetchAsset } from '../assets';

/** Throws a MaskError where there is nothing of it in the picture, and a ModelError or UserFacingError with what to do. */
export async function makeMask({ image, what }: MaskRequest): Promise<FoundMask> {
  const picture = await decodeSmall(await loadImage(image), LONGEST_MASK_SIDE, 'The picture');
  await startPreviewBackend(assetUrl('engines/tfjs/'));
  return { image: await storeImage(encodePng(await maskOfPicture(fetchAsset, picture, what))) };
}
