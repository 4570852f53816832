import { encodePng } from '../../picture-files/encode';
import type { RgbaImage } from '../../nst/images/image';
import { UserFacingError } from '../../protocol/failure';
import type { PreviewAnswer, PreviewRequest } from '../../protocol/previews';
import { storeImage } from '../../storage/images';
import { ContentCache } from './content-cache';
import { PreviewNetworks } from './preview-networks';

/** From a stored picture to its preview. */
export class PreviewPainter {
  private readonly contents = new ContentCache();
  private readonly networks = new PreviewNetworks();

  /** Throws a UserFacingError or PreviewError; both carry a sentence for the user. */
  async paint(request: PreviewRequest): Promise<PreviewAnswer & { picture: RgbaImage }> {
    const startedAt = performance.now();
    if (request.styles.length === 0) throw new UserFacingError('no-style', 'Choose a style.');
    const content = await this.contents.prepare(request);
    const painted = await this.networks.stylize(content.image, request.styles, request.strength);
    const picture = content.compose(painted);
    return {
      picture,
      image: request.keep ? await storeImage(encodePng(picture)) : null,
      width: picture.width,
      height: picture.height,
      milliseconds: performance.now() - startedAt,
    };
  }
}
