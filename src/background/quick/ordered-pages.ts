import type { Caller } from '../../protocol/calls';
import { UserFacingError } from '../../protocol/failure';

/** A frame's document in which the user asked for Brushover. */
interface OrderedPage {
  tabId: number;
  frameId: number;
  /** Null where the browser does not tell. */
  documentId: string | null;
}

const KEY = 'orderedPages';
const MOST = 50;

/** Kept for the browser's session: the service worker may die between the click and what follows from it. */
export async function noteOrder(page: OrderedPage): Promise<void> {
  const others = (await orderedPages()).filter(({ tabId, frameId }) => tabId !== page.tabId || frameId !== page.frameId);
  await chrome.storage.session.set({ [KEY]: [page, ...others].slice(0, MOST) });
}

/** Content scripts run in documents that nobody clicked in, too: they ask in vain. Throws a UserFacingError. */
export async function assertOrdered({ tabId, frameId, documentId }: Caller): Promise<void> {
  const page = (await orderedPages()).find((one) => one.tabId === tabId && one.frameId === frameId);
  const isAnother = page?.documentId && documentId && page.documentId !== documentId;
  if (!page || isAnother) {
    throw new UserFacingError('not-ordered', 'Nobody asked for Brushover on this page; choose it from the menu of a picture.');
  }
}

async function orderedPages(): Promise<OrderedPage[]> {
  const stored = await chrome.storage.session.get(KEY);
  return (stored[KEY] as OrderedPage[] | undefined) ?? [];
}
