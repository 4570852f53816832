import { blobOfBase64Png } from '../base64';
import type { InsertWay, NewLayer } from '../editor-adapter';
import { canvasOfPng } from './canvas';

type Way = Exclude<InsertWay, 'layer'>;

export interface GiveOptions {
  /** In this order; the last one that is listed ends it. */
  ways?: readonly Way[];
  /** Where to drop, in CSS pixels from the target's top left; its centre unless told. */
  at?: { x: number; y: number };
}

const ALL_WAYS: readonly Way[] = ['paste', 'drop', 'clipboard', 'download'];

/** For pages without layers or without a way to them: as a user would bring a picture, the best way first. @throws EditorError "broken-picture" */
export async function giveToPage(layer: NewLayer, target: Element, { ways = ALL_WAYS, at }: GiveOptions = {}): Promise<InsertWay> {
  await canvasOfPng(layer.png, 1, 1);
  const file = new File([blobOfBase64Png(layer.png)], `${layer.name}.png`, { type: 'image/png' });
  const tries: Record<Way, () => boolean | Promise<boolean>> = {
    paste: () => pasteInto(target, file),
    drop: () => dropOnto(target, file, at),
    clipboard: () => copyToClipboard(file),
    download: () => download(file),
  };
  for (const way of ways) if (await tries[way]()) return way;
  return 'download';
}

/** A page that takes a paste prevents the browser's own handling of it; others do so, too. */
function pasteInto(target: Element, file: File): boolean {
  const event = new ClipboardEvent('paste', { clipboardData: transferOf(file), bubbles: true, cancelable: true, composed: true });
  return !target.dispatchEvent(event);
}

/** A page that takes drops prevents the browser's own handling of `dragover`; without that, browsers never drop. */
function dropOnto(target: Element, file: File, at?: { x: number; y: number }): boolean {
  const transfer = transferOf(file);
  dispatchDrag(target, 'dragenter', transfer, at);
  const isTaken = !dispatchDrag(target, 'dragover', transfer, at);
  dispatchDrag(target, isTaken ? 'drop' : 'dragleave', transfer, at);
  return isTaken;
}

/** Returns false if the page prevented the default, as `dispatchEvent` does. */
export function dispatchDrag(target: Element, type: string, dataTransfer: DataTransfer, at?: { x: number; y: number }): boolean {
  const { left, top, width, height } = target.getBoundingClientRect();
  const { x, y } = at ?? { x: width / 2, y: height / 2 };
  const place = { clientX: left + x, clientY: top + y };
  return target.dispatchEvent(new DragEvent(type, { dataTransfer, ...place, bubbles: true, cancelable: true, composed: true }));
}

export function transferOf(file: File): DataTransfer {
  const transfer = new DataTransfer();
  transfer.items.add(file);
  return transfer;
}

/** Works only while the page has the focus. */
async function copyToClipboard(file: File): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': file })]);
    return true;
  } catch {
    return false;
  }
}

function download(file: File): true {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  // The browser reads the address after this function returns.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return true;
}
