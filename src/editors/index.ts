/** The way into editors, for the extension: free of any extension API, which comes in through `PageAccess`. */
import { blobOfBase64Png, base64OfBlob } from './base64';
import type { FoundEditor, InsertWay, LayerCapture, NewLayer } from './editor-adapter';
import type { WantedLayer } from './page/page-calls';
import { askPage, type PageAccess, type PictureChannel } from './page-access';
import { notUnderstood } from './page-answers';
import { UNDO_HINTS } from './undo-hints';

export { EditorError, type EditorErrorCode } from './editor-error';
export type { FoundEditor, InsertWay } from './editor-adapter';
export type { PageAccess, PictureChannel } from './page-access';

export interface CapturedPicture extends Omit<LayerCapture, 'sheet' | 'selectionMask'> {
  /** The adapter's id, such as "konva". */
  editor: string;
  /** For people, such as "Konva editor". */
  title: string;
  /** A PNG; a large one may be a BMP with alpha. */
  image: Blob;
  selectionMask: Blob | null;
}

export interface PictureToInsert extends Omit<NewLayer, 'png' | 'above'> {
  png: Blob;
  /** The captured layer's `layerId`; without it the new layer goes above the current one. */
  above?: string | null;
}

export interface Insertion {
  editor: string;
  title: string;
  way: InsertWay;
  /** For people: what happened and how to undo it. */
  message: string;
}

/** The editor in the page; null if no adapter finds one. */
export function findEditor(page: PageAccess): Promise<FoundEditor | null> {
  return askPage(page, 'describe', null);
}

/** Captures the current layer, or one that was captured before. @throws EditorError */
export async function captureLayer(page: PageAccess, wanted: WantedLayer | null = null): Promise<CapturedPicture> {
  const channel = (await page.openChannel?.()) ?? null;
  try {
    const { png, selectionMask, ...capture } = await askPage(page, 'capture', { wanted, channel: channel?.name ?? null });
    return {
      ...capture,
      image: png === null ? await handedOver(channel) : blobOfBase64Png(png),
      selectionMask: selectionMask === null ? null : blobOfBase64Png(selectionMask),
    };
  } finally {
    channel?.close();
  }
}

async function handedOver(channel: PictureChannel | null): Promise<Blob> {
  const picture = await channel?.receive();
  if (!picture || picture.size > MOST_BYTES) throw notUnderstood();
  return picture;
}

/** Of a picture of the largest size that is read at all, unpacked. */
const MOST_BYTES = 300 * 2 ** 20;

/** Puts a picture into the editor as a new layer. @throws EditorError */
export async function insertLayer(page: PageAccess, { png, above = null, ...layer }: PictureToInsert): Promise<Insertion> {
  const request = { layer: { ...layer, above, png: await base64OfBlob(png) } };
  const { undo, ...insertion } = await askPage(page, 'insert', request);
  return { ...insertion, message: messageOf(insertion.way, layer.name, insertion.title, UNDO_HINTS[undo]) };
}

function messageOf(way: InsertWay, name: string, title: string, undoHint: string): string {
  switch (way) {
    case 'layer':
      return `“${name}” is a new layer in ${title}. ${undoHint}`;
    case 'paste':
      return `The picture was pasted into the page. ${undoHint}`;
    case 'drop':
      return `The picture was dropped onto the page as a file. ${undoHint}`;
    case 'clipboard':
      return 'The picture is on the clipboard: click into the editor and press Ctrl+V (⌘V on a Mac).';
    case 'download':
      return `This page takes no pictures from outside, so “${name}.png” was downloaded: open it in the editor.`;
  }
}
