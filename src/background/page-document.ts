import type { PageDocument } from '../protocol/layer';
import { pageIsGone } from './page-access';
import { UserFacingError } from '../protocol/failure';

/** Which document a tab shows now. Throws where the extension has no access to it. */
export async function documentIn(tabId: number): Promise<PageDocument> {
  const [injected] = await chrome.scripting.executeScript({ target: { tabId }, func: describeDocument }).catch(pageIsGone);
  return injected!.result!;
}

/** No picture goes to another site than it was captured on, and to another document of that site only by the user's word. */
export async function assertDocument(tabId: number, expected: PageDocument): Promise<void> {
  const { origin, id } = await documentIn(tabId);
  if (origin !== expected.origin) {
    throw new UserFacingError(
      'other-site',
      `The tab shows ${siteOf(origin)} now, and the layer came from ${siteOf(expected.origin)}: nothing was inserted. Go back there, or download the picture.`,
    );
  }
  if (expected.id !== null && id !== expected.id) {
    throw new UserFacingError(
      'other-document',
      'The page was loaded anew since the layer was captured. Press Insert once more to put the picture into the document that is open now.',
    );
  }
}

function siteOf(origin: string): string {
  return origin.replace(/^https?:\/\//, '').slice(0, 100);
}

/**
 * Runs in the extension's own world of the page, which the page's scripts can't see. The mark is lost with the document.
 * `crypto.randomUUID` is there on secure pages only.
 */
function describeDocument(): PageDocument {
  const world = globalThis as { brushoverDocument?: string };
  world.brushoverDocument ??= [...crypto.getRandomValues(new Uint32Array(4))].join('-');
  return { origin: location.origin, id: world.brushoverDocument };
}
