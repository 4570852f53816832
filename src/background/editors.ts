import { bitmapSize } from '../picture-files/bitmap';
import { readHeader } from '../picture-files/png/chunks';
import { captureLayer as captureFrom, EditorError, findEditor, insertLayer as insertInto } from '../editors';
import type { CapturedLayer, CaptureRequest, EditorLayers, InsertOutcome, InsertRequest, PageDocument } from '../protocol/layer';
import { UserFacingError } from '../protocol/failure';
import { inTime } from '../protocol/in-time';
import { accessTo } from './page-access';
import { assertDocument, documentIn } from './page-document';
import { loadImage, storeImage } from '../storage/images';

export function captureLayer(request: CaptureRequest): Promise<CapturedLayer> {
  const silent = new UserFacingError('silent-page', 'The page did not answer for more than a minute; reload it and try again.');
  return inTime(capture(request), PATIENCE_MS, silent);
}

async function capture({ tabId, wanted }: CaptureRequest): Promise<CapturedLayer> {
  const access = await accessTo(tabId);
  const document = await documentIn(tabId);
  if (wanted && !isSame(document, wanted.document)) throw loadedAnew(wanted.layerName);
  const picture = await captureFrom(access, wanted ? { id: wanted.layerId, name: wanted.layerName } : null);
  await assertDocument(tabId, document);
  await assertSize(picture.image, picture);
  if (picture.selectionMask) await assertReadable(picture.selectionMask);
  return {
    tabId,
    document,
    editor: picture.editor,
    editorTitle: picture.title,
    layerId: picture.layerId,
    layerName: picture.layerName,
    image: await storeImage(picture.image),
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

export function editorLayers({ tabId }: { tabId: number }): Promise<EditorLayers | null> {
  return inTime(listLayers(tabId), LIST_MS, new EditorError('pageClosed'));
}

async function listLayers(tabId: number): Promise<EditorLayers | null> {
  const access = await accessTo(tabId);
  const document = await documentIn(tabId);
  const editor = await findEditor(access);
  await assertDocument(tabId, document);
  if (!editor?.choosable) return null;
  const layers = editor.layers.map(({ id, name, visible }) => ({ layerId: id, layerName: name, visible }));
  return { document, layers: layers.reverse() };
}

export function insertLayer(request: InsertRequest): Promise<InsertOutcome> {
  const silent = new UserFacingError(
    'silent-page',
    'The page did not answer for more than a minute: look whether the layer is there; if not, reload the page or download the picture.',
  );
  return inTime(insert(request), PATIENCE_MS, silent);
}

async function insert({ tabId, document, image, above, ...place }: InsertRequest): Promise<InsertOutcome> {
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

/** A page may say one size and hand over another; what is painted would lie in the wrong place. */
async function assertSize(image: Blob, { width, height }: { width: number; height: number }): Promise<void> {
  const claimed = await assertReadable(image);
  if (claimed.width !== width || claimed.height !== height) throw new EditorError('notUnderstood');
}

async function assertReadable(picture: Blob): Promise<{ width: number; height: number }> {
  const head = new Uint8Array(await picture.slice(0, HEADER_BYTES).arrayBuffer());
  try {
    return bitmapSize(head) ?? readHeader(head);
  } catch {
    throw new EditorError('notUnderstood');
  }
}

/** Headers of a BMP with alpha, which are longer than a PNG's. */
const HEADER_BYTES = 122;

/** Nobody waits for the list: it comes when it comes, or not. */
const LIST_MS = 15_000;

/** An editor may take a minute to write a large layer; a page that never answers may not keep the button. */
const PATIENCE_MS = 75_000;
