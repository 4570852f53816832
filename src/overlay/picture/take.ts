import { pngOfCanvas, visibleBounds } from '../../editors/page/canvas';
import { UserFacingError } from '../../protocol/failure';
import { inTime } from '../../protocol/in-time';
import type { TakenPicture } from '../../protocol/overlay-calls';
import { ask } from '../ask';
import type { PagePicture } from './page-picture';
import { contentPlace, inSight, partOf, WHOLE, type Part } from './place';

export interface Taken extends TakenPicture {
  /** Which part of the picture it shows: all of it, or what was in sight. */
  part: Part;
}

/** Longer than any picture that is there takes to decode; one that is still loading may never come. */
const PATIENCE_MS = 10_000;

/** Reads a picture of the page and has it stored. Throws a UserFacingError. */
export async function takePicture(picture: PagePicture): Promise<Taken> {
  const png = await readPixels(picture);
  const place = contentPlace(picture.element);
  const visible = window.top === window ? inSight(place) : null;
  const { name, address } = picture;
  const taken = await ask('takePicture', { name, png, address, visible, windowWidth: window.innerWidth });
  return { ...taken, part: taken.from === 'screen' && visible ? partOf(visible, place) : WHOLE };
}

/**
 * Null where the browser forbids it, because the picture comes from another site, and for a canvas that gave its drawing
 * to the screen and kept none of it.
 */
async function readPixels(picture: PagePicture): Promise<string | null> {
  const slow = new UserFacingError('slow-picture', 'This picture has not loaded yet; wait until it is there, then choose again.');
  try {
    const canvas = await inTime(picture.read(), PATIENCE_MS, slow);
    return visibleBounds(canvas) ? await pngOfCanvas(canvas) : null;
  } catch (error) {
    if (isTainted(error)) return null;
    throw error;
  }
}

function isTainted(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'tainted';
}
