import type { RgbaImage } from '../images/image';
import { resampleRgba, sizeWithin, type FloatImage } from '../images/resample';
import { opaqueRgba, rgbOf } from '../images/rgb';
import type { FetchAsset } from '../model/assets';
import { findMask } from './find-mask';
import type { Findable } from './findable';
import { MaskError } from './mask-error';

/** As fine as the brush's masks; larger pictures are made smaller. */
export const LONGEST_MASK_SIDE = 1536;

const NOT_FOUND: Record<Findable, string> = {
  faces: 'No face was found in this picture; paint over it with the brush.',
  subject: 'No person or animal stands out in this picture; paint the mask with the brush.',
  background: 'No person or animal stands out in this picture, so there is no background; paint the mask with the brush.',
};

/** Grey, white where what is looked for is. Throws a `MaskError` where there is nothing of it, and as `findMask` does. */
export async function maskOfPicture(fetchAsset: FetchAsset, picture: RgbaImage, what: Findable): Promise<RgbaImage> {
  const mask = await findMask(fetchAsset, onWhite(within(picture)), what);
  if (!mask) throw new MaskError(NOT_FOUND[what]);
  return greyOf(mask);
}

function within(picture: RgbaImage): RgbaImage {
  const { width, height } = picture;
  if (Math.max(width, height) <= LONGEST_MASK_SIDE) return picture;
  const size = sizeWithin(width, height, LONGEST_MASK_SIDE);
  return resampleRgba(picture, size.width, size.height);
}

/** What is hidden may have any colour. */
function onWhite(picture: RgbaImage): FloatImage {
  const rgb = rgbOf(picture);
  for (let i = 0; i < rgb.data.length; i++) {
    const cover = picture.data[4 * Math.floor(i / 3) + 3] / 255;
    rgb.data[i] = 255 + cover * (rgb.data[i] - 255);
  }
  return rgb;
}

function greyOf({ width, height, data }: FloatImage): RgbaImage {
  return opaqueRgba({ width, height, data: Float32Array.from({ length: 3 * data.length }, (_, i) => 255 * data[Math.floor(i / 3)]) });
}
