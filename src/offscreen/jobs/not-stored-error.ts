import type { RgbaImage } from '../../nst/images/image';
import { UserFacingError } from '../../protocol/failure';

/** A result that no storage took; it lives on in memory. */
export class NotStoredError extends UserFacingError {
  constructor(readonly picture: RgbaImage) {
    super(
      'not-stored',
      'The picture is finished, but the browser stores nothing more (the disk may be full): save it as a file now, before you close the browser.',
    );
  }
}
