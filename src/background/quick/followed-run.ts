import { onJobEvent, pictureIn } from '../../protocol/events';
import type { RgbaImage } from '../../nst/images/image';

/** A page that looks at a run asks more often than that. */
const LOOKS_MS = 3000;

/** The run that a page follows, and its newest picture that the page has not asked for yet. Lost with the service worker, and no harm done. */
let followed: { id: string; picture: RgbaImage | null; askedAt: number } | null = null;

onJobEvent((event) => {
  const told = pictureIn(event);
  if (told && followed?.id === told.jobId) followed.picture = told.picture;
});

/** What came of it since the last question. */
export function newestPicture(id: string): RgbaImage | null {
  const picture = followed?.id === id ? followed.picture : null;
  followed = { id, picture: null, askedAt: performance.now() };
  return picture;
}

/** Whether somebody looks at it in a page right now. */
export function isFollowedInPage(id: string): boolean {
  return followed?.id === id && performance.now() - followed.askedAt < LOOKS_MS;
}
