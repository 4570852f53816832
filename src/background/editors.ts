import { captureLayer as captureFrom, insertLayer as insertInto, type PageAccess } from '../editors';
import type { CapturedLayer, CaptureRequest, InsertOutcome, InsertRequest, PageDocument } from '../protocol/layer';
import { UserFacingError } from '../protocol/failure';
import { inTime } from '../protocol/in-time';
import { assertDocument, documentIn } from './page-document';
import { loadImage, storeImage } from '../storage/images';

export async function captureLayer({ tabId, again }: CaptureRequest): Promise<CapturedLayer> {
  const access = await accessTo(tabId);
  const document = await documentIn(tabId);
  const silent = new UserFacingError('silent-page', 'The page did not answer for more than a minute; reload it and try again.');
  if (again && !isSame(document, again.document)) throw loadedAnew(again.layerName);
  const wanted = again ? { id: again.layerId, name: again.layerName } : null;
  const picture = await inTime(captureFrom(access, wanted), CAPTURE_PATIENCE_MS, silent);
  await assertDocument(tabId, document);
  return {
    tabId,
    document,
    editor: picture.editor,
    editorTitle: picture.title,
    layerId: picture.layerId,
    layerName: picture.layerName,
    image: await storeImage(picture.png),
    width: picture.width,
    height: picture.height,
    x: picture.x,
    y: picture.y,
    documentWidth: picture.documentWidth,
    documentHeight: picture.documentHeight,
    selection: picture.selection,
    selectionMask: picture.selectionMask && (await storeImage(picture.selectionMask)),
  };
}

export async function insertLayer({ tabId, document, image, above, ...place }: InsertRequest): Promise<InsertOutcome> {
  const png = await loadImage(image);
  const access = await accessTo(tabId);
  await assertDocument(tabId, document);
  const { way, message } = await insertInto(access, { ...place, png, above: above ?? undefined });
  return { way, message };
}

/** In another document the same key is another layer. */
function isSame(now: PageDocument, then: PageDocument): boolean {
  return now.origin === then.origin && now.id === then.id;
}

function loadedAnew(layerName: string): UserFacingError {
  return new UserFacingError(
    'other-document',
    `The page was loaded anew since “${layerName}” was captured; click the layer that you mean there, then press Capture.`,
  );
}

/** An editor may take a minute to write a large layer; a page that never answers may not keep the button. */
const CAPTURE_PATIENCE_MS = 75_000;
const PAGE_SCRIPT = 'editors/page.js';

/** Runs functions in a page's own world, where the editor's objects are. */
async function accessTo(tabId: number): Promise<PageAccess> {
  const target = { tabId };
  await assertAccess(tabId);
  return {
    async loadScript() {
      await chrome.scripting.executeScript({ target, world: 'MAIN', files: [PAGE_SCRIPT] });
    },
    async run(func, ...args) {
      const [injected] = await chrome.scripting.executeScript({
        target,
        world: 'MAIN',
        func: func as (...args: unknown[]) => unknown,
        args,
      });
      return injected?.result as Awaited<ReturnType<typeof func>>;
    },
  };
}

/** A tab is open to the extension after a click on its icon there, or once its site was allowed. */
async function assertAccess(tabId: number): Promise<void> {
  try {
    await chrome.scripting.executeScript({ target: { tabId }, func: () => true });
  } catch (error) {
    throw new UserFacingError('no-access', sentenceFor(error instanceof Error ? error.message : String(error)));
  }
}

function sentenceFor(message: string): string {
  if (/no tab with id|invalid tab id/i.test(message)) return 'That tab is closed; open the editor again and capture its layer anew.';
  if (/chrome:|chrome-extension:|edge:|about:|moz-extension:|webstore|gallery/i.test(message)) {
    return 'The browser keeps extensions out of this page; switch to the tab with your editor.';
  }
  return 'Brushover may not read this page yet: click its icon in the toolbar on that tab, then try again.';
}
