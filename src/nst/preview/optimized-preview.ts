import type { Engine } from '../engines/engine';
import type { RgbaImage } from '../images/image';
import type { StyleTransferImages } from '../images/prepare-images';
import type { Model } from '../model/model';
import type { StyleTransferSettings } from '../settings';
import { stylize } from '../stylize';
import { previewSettings } from './preview-settings';

/**
 * What the optimisation will make of these pictures, seen small: the same objective with the same weights, improved by a
 * few evaluations. Rejects with the signal's reason once it is aborted; throws as `stylize` does.
 */
export async function optimizedPreview(
  engine: Engine,
  model: Model,
  images: StyleTransferImages,
  settings: StyleTransferSettings,
  signal: AbortSignal,
): Promise<RgbaImage> {
  const { image } = await stylize(engine, model, images, previewSettings(settings), { signal, withoutForecast: true });
  return image;
}
