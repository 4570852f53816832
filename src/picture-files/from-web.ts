import browser from 'webextension-polyfill';
import { UserFacingError } from '../protocol/failure';

/** Of someone who has right-clicked a picture that is on the screen anyway. */
const SHORT_PATIENCE_MS = 4000;
const PATIENCE_MS = 20_000;

/** "https://images.example.org/a.png" → "https://images.example.org/*"; null for addresses that no permission opens. */
function originPattern(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url && /^https?:$/.test(url.protocol) ? `${url.protocol}//${url.hostname}/*` : null;
}

/** What was typed, as an address. Throws a UserFacingError. */
export function addressOf(text: string): string {
  const typed = text.trim();
  const address = /^[a-z]+:/i.test(typed) ? typed : `https://${typed}`;
  if (originPattern(address) === null) {
    throw new UserFacingError('no-address', 'Enter the web address of a picture, such as https://example.org/picture.jpg.');
  }
  return new URL(address).href;
}

/** For people; null for addresses that no permission opens. */
export function hostOf(address: string): string | null {
  return originPattern(address) && new URL(address).host;
}

/** Whether no permission is missing. */
export async function isOpen(address: string): Promise<boolean> {
  const origin = originPattern(address);
  return origin === null || browser.permissions.contains({ origins: [origin] });
}

/** Asks for the one host; called right in answer to a click. */
export function allowHost(address: string): Promise<boolean> {
  const origin = originPattern(address);
  return origin ? browser.permissions.request({ origins: [origin] }) : Promise.resolve(false);
}

/** Works for addresses that are open to all, and for hosts that the user has allowed. Throws a UserFacingError. */
export async function fetchPicture(address: string): Promise<Blob> {
  const host = hostOf(address) ?? 'The page';
  const response = await answerOf(address, SHORT_PATIENCE_MS);
  if (!response) {
    throw new UserFacingError('closed-address', `${host} does not hand this picture to the extension; save it and open the file instead.`);
  }
  if (!response.ok) {
    throw new UserFacingError('bad-address', `${host} refused the picture (${response.status}); save it and open the file instead.`);
  }
  return response.blob();
}

/** Null where the host must be allowed first; one that hands its files to everyone needs no permission. Throws a UserFacingError. */
export async function fetchOpenly(address: string): Promise<Blob | null> {
  const response = await answerOf(address, PATIENCE_MS);
  return response && pictureOf(response, address);
}

/** Asks for the one host, in answer to a click, and reads the picture. Throws a UserFacingError where that is refused. */
export async function fetchAllowed(address: string): Promise<Blob> {
  const host = hostOf(address);
  if (!(await allowHost(address))) {
    throw new UserFacingError('refused', `Without the permission ${host} keeps its picture; save it there and open the file instead.`);
  }
  const picture = await fetchOpenly(address);
  if (!picture) {
    throw new UserFacingError('no-connection', `${host} does not answer; check the address, or save the picture and open the file.`);
  }
  return picture;
}

/** As nobody: a page could otherwise ask for what its visitor alone may see elsewhere. */
function answerOf(address: string, patience: number): Promise<Response | null> {
  const asNobody: RequestInit = { credentials: 'omit', referrerPolicy: 'no-referrer' };
  return fetch(address, { ...asNobody, signal: AbortSignal.timeout(patience) }).catch(() => null);
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
