import { blobOfBase64Png } from '../../editors/base64';
import { decodeImage } from '../../picture-files/decode';
import type { Caller } from '../../protocol/calls';
import { UserFacingError } from '../../protocol/failure';
import type { PictureRead, TakenPicture } from '../../protocol/overlay-calls';
import { storeImage } from '../../storage/images';
import { fetchPicture, hostOf, isOpen } from '../../picture-files/from-web';
import { captureVisible } from './screen-picture';

/**
 * Stores a page's picture: as the page could read it, else from its address if that is open to everyone or was allowed,
 * else as it looks on the screen. None of them takes a permission beyond the click.
 */
export async function takePicture(read: PictureRead, { tabId, windowId }: Caller): Promise<TakenPicture> {
  if (read.png !== null) return stored(blobOfBase64Png(read.png), 'page', null);
  const fetched = read.address ? await takeFromAddress(read.address).catch((error: unknown) => error) : null;
  if (fetched && !(fetched instanceof Error)) return fetched as TakenPicture;
  if (read.visible && tabId !== null && windowId !== null) {
    const screen = await captureVisible({ tabId, windowId }, read.visible, read.windowWidth);
    return stored(screen, 'screen', await closedAddress(read.address));
  }
  if (fetched) throw fetched;
  throw new UserFacingError(
    'unreadable',
    'The browser forbids reading this picture, and nothing of it is in sight; scroll to it and try again.',
  );
}

export async function takeFromAddress(address: string): Promise<TakenPicture> {
  return stored(await fetchPicture(address), 'address', null);
}

/** The address, if a permission for its host would help. */
async function closedAddress(address: string | null): Promise<string | null> {
  return address && hostOf(address) && !(await isOpen(address)) ? address : null;
}

async function stored(blob: Blob, from: TakenPicture['from'], address: string | null): Promise<TakenPicture> {
  const { width, height } = await decodeImage(blob, 'The picture');
  return { image: await storeImage(blob), width, height, from, address };
}
