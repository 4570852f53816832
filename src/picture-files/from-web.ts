import { UserFacingError } from '../protocol/failure';
import { originPattern } from '../protocol/hosts';

const PATIENCE_MS = 4000;

/** Works for addresses that are open to all, and for hosts that the user has allowed. Throws a UserFacingError. */
export async function fetchPicture(address: string): Promise<Blob> {
  const host = hostOf(address) ?? 'The page';
  const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => {
    throw new UserFacingError('closed-address', `${host} does not hand this picture to the extension; save it and open the file instead.`);
  });
  if (!response.ok) {
    throw new UserFacingError('bad-address', `${host} refused the picture (${response.status}); save it and open the file instead.`);
  }
  return response.blob();
}

export function hostOf(address: string): string | null {
  return originPattern(address) && new URL(address).host;
}

export async function isOpen(address: string): Promise<boolean> {
  const origin = originPattern(address);
  return origin === null || chrome.permissions.contains({ origins: [origin] });
}

/** Asks for the one host; called right in answer to a click. */
export function allowHost(address: string): Promise<boolean> {
  const origin = originPattern(address);
  return origin ? chrome.permissions.request({ origins: [origin] }) : Promise.resolve(false);
}
