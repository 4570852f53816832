import { blobOfBase64Png } from '../base64';
import type { InsertWay, NewLayer } from '../editor-adapter';

/** For pages without layers or without a way to them: as a user would bring a picture, the best way first. */
export async function giveToPage(layer: NewLayer, target: Element): Promise<InsertWay> {
  const file = new File([blobOfBase64Png(layer.png)], `${layer.name}.png`, { type: 'image/png' });
  if (pasteInto(target, file)) return 'paste';
  if (dropOnto(target, file)) return 'drop';
  if (await copyToClipboard(file)) return 'clipboard';
  download(file);
  return 'download';
}

/** A page that takes a paste prevents the browser's own handling of it. */
export function pasteInto(target: Element, file: File): boolean {
  const event = new ClipboardEvent('paste', { clipboardData: transferOf(file), bubbles: true, cancelable: true, composed: true });
  return !target.dispatchEvent(event);
}

/** A page that takes drops prevents the browser's own handling of `dragover`; without that, browsers never drop. */
export function dropOnto(target: Element, file: File): boolean {
  const dataTransfer = transferOf(file);
  const { left, top, width, height } = target.getBoundingClientRect();
  const place = { clientX: left + width / 2, clientY: top + height / 2 };
  const dispatch = (type: string) =>
    target.dispatchEvent(new DragEvent(type, { dataTransfer, ...place, bubbles: true, cancelable: true, composed: true }));
  dispatch('dragenter');
  const isTaken = !dispatch('dragover');
  dispatch(isTaken ? 'drop' : 'dragleave');
  return isTaken;
}

function transferOf(file: File): DataTransfer {
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

function download(file: File): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  // The browser reads the address after this function returns.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
