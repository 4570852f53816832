import { UserFacingError } from '../../protocol/failure';

interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The window's pixels at a place in CSS pixels; the click on the page allows it. Throws a UserFacingError. */
export async function captureVisible(windowId: number, place: Place, windowWidth: number): Promise<Blob> {
  const screen = await chrome.tabs.captureVisibleTab(windowId, { format: 'png' }).catch(() => {
    throw new UserFacingError(
      'no-screen',
      'The browser did not let the picture be read from the screen; save it and open the file instead.',
    );
  });
  const bitmap = await createImageBitmap(await (await fetch(screen)).blob());
  try {
    return await crop(bitmap, place, bitmap.width / windowWidth);
  } finally {
    bitmap.close();
  }
}

function crop(bitmap: ImageBitmap, { x, y, width, height }: Place, ratio: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(Math.round(width * ratio), Math.round(height * ratio));
  canvas.getContext('2d')?.drawImage(bitmap, -Math.round(x * ratio), -Math.round(y * ratio));
  return canvas.convertToBlob();
}
