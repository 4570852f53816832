import { UserFacingError } from '../../protocol/failure';

/** The promise is handed over as it is: browsers allow copying only within the click that asks for it. */
export async function copyPicture(png: Promise<Blob>): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]).catch(() => {
    throw new UserFacingError('no-clipboard', 'The browser did not allow copying; use Download instead.');
  });
}
