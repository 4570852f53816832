import { UserFacingError } from '../../protocol/failure';

interface Tab {
  tabId: number;
  windowId: number;
}

interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * The pixels of a tab at a place in CSS pixels; the click on the page allows it. The browser shoots what is in front, so the
 * tab must be in front before and after: no page gets a picture of another one. Throws a UserFacingError.
 */
export async function captureVisible({ tabId, windowId }: Tab, place: Place, windowWidth: number): Promise<Blob> {
  await assertInFront(tabId);
  const screen = await chrome.tabs.captureVisibleTab(windowId, { format: 'png' }).catch(() => {
    throw new UserFacingError(
      'no-screen',
      'The browser did not let the picture be read from the screen; save it and open the file instead.',
    );
  });
  await assertInFront(tabId);
  const bitmap = await createImageBitmap(await (await fetch(screen)).blob());
  try {
    return await crop(bitmap, place, bitmap.width / windowWidth);
  } finally {
    bitmap.close();
  }
}

async function assertInFront(tabId: number): Promise<void> {
  const { active } = await chrome.tabs.get(tabId);
  if (active) return;
  throw new UserFacingError('not-in-front', 'Another tab is in front now; go back to the picture’s tab and try again.');
}

function crop(bitmap: ImageBitmap, { x, y, width, height }: Place, ratio: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(Math.round(width * ratio), Math.round(height * ratio));
  canvas.getContext('2d')?.drawImage(bitmap, -Math.round(x * ratio), -Math.round(y * ratio));
  return canvas.convertToBlob();
}
