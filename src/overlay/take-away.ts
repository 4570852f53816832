import { translate } from '../texts/translate';
import { UserFacingError, failureOf } from '../protocol/failure';
import { ask } from './ask';
import { blendAtSize } from './blend-at-size';
import { decodePicture } from './decode-picture';
import { session, showNotice, shown, strength, style } from './state';

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

/** What is looked at, at the size of the page's picture and at the chosen strength. */
async function asPng(): Promise<Blob> {
  const [made, now] = [shown.value, session.value];
  if (!made || !now) throw new UserFacingError('no-picture', 'There is no picture yet; wait a moment.');
  const share = strength.value / 100;
  if (share === 1) return blendAtSize(null, made, share, now.taken);
  const original = await decodePicture(await ask('original', { image: now.taken.image }));
  try {
    return await blendAtSize(original, made, share, now.taken);
  } finally {
    original.close();
  }
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
