import { UserFacingError, failureOf } from '../protocol/failure';
import { session, showNotice, shown, style } from './state';
import { translate } from '../texts/translate';

/** By then the browser has read the link of a download. */
const DOWNLOAD_START_MS = 60_000;

export async function copy(): Promise<void> {
  await saying(translate`Copied: paste it anywhere.`, async () => {
    const blob = asPng();
    // Pages that came without encryption have no clipboard.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]).catch(() => {
      throw new UserFacingError('no-clipboard', 'The browser did not allow copying here; use Download instead.');
    });
  });
}

export async function download(): Promise<void> {
  const name = `brushover-${(style.value?.name ?? 'picture').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}.png`;
  await saying(translate`Saved as ${name}.`, async () => {
    const url = URL.createObjectURL(await asPng());
    Object.assign(document.createElement('a'), { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), DOWNLOAD_START_MS);
  });
}

async function asPng(): Promise<Blob> {
  const picture = shown.value;
  if (!picture || !session.value) throw new UserFacingError('no-picture', 'There is no picture yet; wait a moment.');
  const canvas = new OffscreenCanvas(picture.bitmap.width, picture.bitmap.height);
  canvas.getContext('2d')?.drawImage(picture.bitmap, 0, 0);
  return canvas.convertToBlob({ type: 'image/png' });
}

async function saying(success: string, action: () => Promise<void>): Promise<void> {
  try {
    await action();
    showNotice('success', success);
  } catch (error) {
    showNotice(
      'error',
      error instanceof TypeError ? translate`The browser did not allow copying here; use Download instead.` : failureOf(error).message,
    );
  }
}
