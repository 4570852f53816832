import { opaqueRgba, rgbOf } from '../../nst/images/rgb';
import { resampleRgba, sizeWithin, type FloatImage } from '../../nst/images/resample';
import type { RgbaImage } from '../../nst/images/image';
import { findMask } from '../../nst/masks/find-mask';
import { startPreviewBackend } from '../../nst/preview/start-backend';
import { decodeSmall } from '../../picture-files/decode-small';
import { encodePng } from '../../picture-files/encode';
import { UserFacingError } from '../../protocol/failure';
import type { Findable, FoundMask, MaskRequest } from '../../protocol/found-masks';
import { loadImage, storeImage } from '../../storage/images';
import { assetUrl, fetchAsset } from '../assets';

/** As fine as the brush's masks. */
const LONGEST_SIDE = 1536;

const NOT_FOUND: Record<Findable, string> = {
  faces: 'No face was found in this picture; paint over it with the brush.',
  subject: 'No person or animal stands out in this picture; paint the mask with the brush.',
  background: 'No person or animal stands out in this picture, so there is no background; paint the mask with the brush.',
};

/** Throws a UserFacingError where there is nothing of it in the picture, or a file is missing. */
export async function makeMask({ image, what }: MaskRequest): Promise<FoundMask> {
  const picture = onWhite(within(await decodeSmall(await loadImage(image), LONGEST_SIDE, 'The picture')));
  await startPreviewBackend(assetUrl('engines/tfjs/'));
  const mask = await findMask(fetchAsset, picture, what);
  if (!mask) throw new UserFacingError('nothing-found', NOT_FOUND[what]);
  return { image: await storeImage(encodePng(greyOf(mask))) };
}

function within(picture: RgbaImage): RgbaImage {
  const { width, height } = picture;
  if (Math.max(width, height) <= LONGEST_SIDE) return picture;
  const size = sizeWithin(width, height, LONGEST_SIDE);
  return resampleRgba(picture, size.width, size.height);
}

/** What is hidden may have any colour. */
function onWhite(picture: RgbaImage): FloatImage {
  const rgb = rgbOf(picture);
  for (let i = 0; i < rgb.data.length; i++) {
    const cover = (picture.data[4 * Math.floor(i / 3) + 3] ?? 255) / 255;
    rgb.data[i] = 255 + cover * ((rgb.data[i] ?? 255) - 255);
  }
  return rgb;
}

function greyOf({ width, height, data }: FloatImage): RgbaImage {
  return opaqueRgba({
    width,
    height,
    data: Float32Array.from({ length: 3 * data.length }, (_, i) => 255 * (data[Math.floor(i / 3)] ?? 0)),
  });
}
