import { UserFacingError } from '../../protocol/failure';

interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The window's pixels at a place in CSS pixels; the click on the page allows it. */
export async function captureVisible(windowId: number, { x, y, width, height }: Place, ratio: number): Promise<Blob> {
  const screen = await chrome.tabs.captureVisibleTab(windowId, { format: 'png' }).catch(() => {
    throw new UserFacingError('no-screen', 'The browser did not let the picture be read from the screen; save it and open the file instead.');
  });
  const bitmap = await createImageBitmap(await (await fetch(screen)).blob(), x * ratio, y * ratio, width * ratio, height * ratio);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.convertToBlob();
}
