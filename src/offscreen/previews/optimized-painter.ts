import { createEngine } from '../../nst/engines/create-engine';
import type { Engine } from '../../nst/engines/engine';
import type { RgbaImage } from '../../nst/images/image';
import type { StyleTransferImages } from '../../nst/images/prepare-images';
import { lossLayers } from '../../nst/losses/loss-layers';
import { optimizedPreview } from '../../nst/preview/optimized-preview';
import type { StyleTransferSettings } from '../../nst/settings';
import { decodeImage } from '../../picture-files/decode';
import { decodeSmall } from '../../picture-files/decode-small';
import { encodePng } from '../../picture-files/encode';
import type { ImageRef } from '../../protocol/layer';
import type { PreviewAnswer, PreviewRequest } from '../../protocol/previews';
import { loadImage, storeImage } from '../../storage/images';
import { assetUrl, fetchAsset } from '../assets';
import { loadNetwork } from '../load-network';
import { createThread } from '../make-engine';
import { styleFile } from './style-file';

/** Previews by the optimisation itself, on a WebAssembly engine of its own: the job's may be on the graphics processor. */
export class OptimizedPainter {
  private engine: Promise<Engine> | null = null;

  /** Rejects with the signal's reason once it is aborted. */
  async paint(
    request: PreviewRequest,
    settings: StyleTransferSettings,
    signal: AbortSignal,
  ): Promise<PreviewAnswer & { picture: RgbaImage }> {
    const startedAt = performance.now();
    const images = await picturesOf(request);
    const model = await loadNetwork(request.network, lossLayers(settings), signal);
    const picture = await optimizedPreview(await this.startEngine(), model, images, settings, signal);
    return {
      picture,
      image: request.keep ? await storeImage(encodePng(picture)) : null,
      width: picture.width,
      height: picture.height,
      milliseconds: performance.now() - startedAt,
    };
  }

  private startEngine(): Promise<Engine> {
    this.engine ??= createEngine('wasm', { fetchAsset, assetUrl, createThread });
    this.engine.catch(() => (this.engine = null));
    return this.engine;
  }
}

async function picturesOf({ content: ref, styles, mask, keepMask, size }: PreviewRequest): Promise<StyleTransferImages> {
  const content = await decodeSmall(await loadImage(ref), size, 'The picture');
  const small = async (one: ImageRef | null | undefined): Promise<RgbaImage | null> =>
    one ? decodeSmall(await loadImage(one), size, 'The mask') : null;
  return {
    content,
    size: Math.min(size, Math.max(content.width, content.height)),
    styles: await Promise.all(
      styles
        .filter(({ weight }) => weight > 0)
        .map(async ({ source, weight, mask: region }) => ({
          image: await decodeImage(await styleFile(source), 'The style image'),
          weight,
          mask: await small(region),
        })),
    ),
    mask: await small(mask),
    keepMask: await small(keepMask),
  };
}
