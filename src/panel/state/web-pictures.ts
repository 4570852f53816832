import browser from 'webextension-polyfill';
import { UserFacingError } from '../../protocol/failure';
import { originPattern } from '../../protocol/hosts';

const PATIENCE_MS = 20_000;

/** What was typed, as an address. Throws a UserFacingError. */
export function addressOf(text: string): string {
  const typed = text.trim();
  const address = /^[a-z]+:/i.test(typed) ? typed : `https://${typed}`;
  if (originPattern(address) === null) {
    throw new UserFacingError('no-address', 'Enter the web address of a picture, such as https://example.org/picture.jpg.');
  }
  return new URL(address).href;
}

export function hostOf(address: string): string {
  return new URL(address).host;
}

/** Whether the host must be allowed first; a host that hands its files to everyone needs no permission. */
export async function fetchOpenly(address: string): Promise<Blob | null> {
  const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => null);
  return response && pictureOf(response, address);
}

/** Asks for the one host, in answer to a click, and reads the picture. Throws a UserFacingError where that is refused. */
export async function fetchAllowed(address: string): Promise<Blob> {
  const host = hostOf(address);
  const allowed = await browser.permissions.request({ origins: [originPattern(address)!] });
  if (!allowed) {
    throw new UserFacingError('refused', `Without the permission ${host} keeps its picture; save it there and open the file instead.`);
  }
  const picture = await fetchOpenly(address);
  if (!picture)
    throw new UserFacingError('no-connection', `${host} does not answer; check the address, or save the picture and open the file.`);
  return picture;
}

async function pictureOf(response: Response, address: string): Promise<Blob> {
  if (!response.ok) {
    throw new UserFacingError('bad-address', `${hostOf(address)} answered ${response.status} instead of a picture; check the address.`);
  }
  const type = response.headers.get('content-type') ?? '';
  if (/^(text|application\/(json|xhtml))/.test(type)) {
    throw new UserFacingError('not-an-image', 'There is a page at this address, not a picture; copy the address of the picture itself.');
  }
  return response.blob();
}
