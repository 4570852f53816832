import type { Caller } from '../../protocol/calls';
import { UserFacingError } from '../../protocol/failure';

/** A frame's document in which the user asked for Brushover. */
interface PlaceInPage {
  tabId: number;
  frameId: number;
  /** Null where the browser does not tell. */
  documentId: string | null;
}

/** … and what was made for it, the newest last: it may ask for nothing else. */
interface OrderedPage extends PlaceInPage {
  pictures: string[];
  runs: string[];
}

export type Belonging = 'pictures' | 'runs';

const KEY = 'orderedPages';
const MOST = 50;
/** Of each kind, for one page. */
const MOST_BELONGINGS = 50;

/** Kept for the browser's session: the service worker may die between the click and what follows from it. */
export function noteOrder(place: PlaceInPage): Promise<void> {
  return change((pages) => {
    const before = pages.find((page) => isSamePlace(page, place) && page.documentId === place.documentId);
    const page = { pictures: [], runs: [], ...before, ...place };
    return [page, ...pages.filter((other) => !isSamePlace(other, place))].slice(0, MOST);
  });
}

/** Content scripts run in documents that nobody clicked in, too: they ask in vain. Throws a UserFacingError. */
export async function assertOrdered(caller: Caller): Promise<void> {
  await pageOf(caller);
}

/** From now on the page may ask for it. */
export function noteBelonging(caller: Caller, kind: Belonging, id: string): Promise<void> {
  return change((pages) =>
    pages.map((page) =>
      isOf(page, caller) ? { ...page, [kind]: [...page[kind].filter((one) => one !== id), id].slice(-MOST_BELONGINGS) } : page,
    ),
  );
}

/** A page gets what was made for it, and nothing of another page or of the panel. Throws a UserFacingError. */
export async function assertBelongs(caller: Caller, kind: Belonging, id: string): Promise<void> {
  const page = await pageOf(caller);
  if (page[kind].includes(id)) return;
  throw new UserFacingError('not-of-this-page', 'This picture was not made on this page; choose Brushover from the menu of a picture.');
}

async function pageOf(caller: Caller): Promise<OrderedPage> {
  const page = (await orderedPages()).find((one) => isOf(one, caller));
  if (page) return page;
  throw new UserFacingError('not-ordered', 'Nobody asked for Brushover on this page; choose it from the menu of a picture.');
}

function isOf(page: OrderedPage, { tabId, frameId, documentId }: Caller): boolean {
  const isAnother = page.documentId && documentId && page.documentId !== documentId;
  return page.tabId === tabId && page.frameId === frameId && !isAnother;
}

function isSamePlace(page: PlaceInPage, { tabId, frameId }: PlaceInPage): boolean {
  return page.tabId === tabId && page.frameId === frameId;
}

let changing: Promise<void> = Promise.resolve();

/** One after the other, so that none undoes what another wrote. */
function change(next: (pages: OrderedPage[]) => OrderedPage[]): Promise<void> {
  changing = changing.catch(() => undefined).then(async () => chrome.storage.session.set({ [KEY]: next(await orderedPages()) }));
  return changing;
}

async function orderedPages(): Promise<OrderedPage[]> {
  const stored = await chrome.storage.session.get(KEY);
  return (stored[KEY] as OrderedPage[] | undefined) ?? [];
}
