import { UserFacingError } from '../../protocol/failure';

/** The largest canvas of all browsers, and what fits into memory several times over. */
const MOST_SIDE = 16384;
const MOST_PIXELS = 64e6;

/** Throws a UserFacingError for pictures that are empty or beyond what can be worked on. */
export function assertSize(width: number, height: number): void {
  if (width < 2 || height < 2) {
    throw new UserFacingError(
      'tiny-image',
      `This picture is only ${Math.round(width)} × ${Math.round(height)} pixels; choose a larger one.`,
    );
  }
  if (width > MOST_SIDE || height > MOST_SIDE || width * height > MOST_PIXELS) {
    throw new UserFacingError(
      'huge-image',
      `This picture has ${width} × ${height} pixels; the limit is ${MOST_SIDE} a side and ${MOST_PIXELS / 1e6} million in all, so make it smaller first.`,
    );
  }
}
