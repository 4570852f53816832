import type { NewLayer } from '../editor-adapter';
import { EditorError } from '../editor-error';
import { busyEditor } from '../page/errors';
import { dispatchDrag, transferOf } from '../page/give-to-page';
import { sheetOf } from '../page/picture';
import { visibleElements } from '../page/page-elements';
import { waitUntil } from '../page/wait-until';

const DIALOG_MS = 5000;

/** Drops the picture as a file and answers Klecks' dialog: a layer on top of all, one step of undo. @throws EditorError */
export async function importAsLayer(layer: NewLayer, width: number, height: number): Promise<void> {
  const tile = openDropOverlay(await fileOf(layer, width, height));
  dispatchDrag(tile.element, 'dragenter', tile.transfer);
  dispatchDrag(tile.element, 'drop', tile.transfer);
  const [ok, cancel] = await waitUntil(findButtons, DIALOG_MS, 'busyEditor');
  // A note in the dialog: the picture would be painted into the top layer.
  if (document.querySelector('.kl-import-note')) {
    cancel?.click();
    throw tooManyLayers();
  }
  ok!.click();
}

export function tooManyLayers(): EditorError {
  return new EditorError('klecksIsFull');
}

/** The layer takes the file's name; Klecks centres it, so it gets the document's size. */
async function fileOf(layer: NewLayer, width: number, height: number): Promise<File> {
  const sheet = await sheetOf(layer, width, height);
  const blob = await new Promise<Blob | null>((resolve) => sheet.toBlob(resolve, 'image/png'));
  if (!blob) throw busyEditor();
  return new File([blob], layer.name, { type: 'image/png' });
}

/** A file over the window brings up a sheet with two tiles, "as layer" and "as new image"; their words depend on the language. */
function openDropOverlay(file: File): { element: Element; transfer: DataTransfer } {
  const transfer = transferOf(file);
  const before = new Set(document.querySelectorAll('body *'));
  dispatchDrag(document.body, 'dragenter', transfer);
  const added = [...document.querySelectorAll('body *')].filter((element) => !before.has(element));
  const tiles = added.find((element) => element.children.length === 2 && getComputedStyle(element).display === 'flex');
  if (!tiles) throw busyEditor();
  return { element: tiles.children[0]!, transfer };
}

/** The dialog's buttons are Ok and Cancel, in this order. */
function findButtons(): HTMLButtonElement[] | null {
  const dialogs = visibleElements<HTMLElement>('.kl-popup');
  const buttons = dialogs[0]?.querySelectorAll<HTMLButtonElement>('.kl-popup__btns button, button.kl-popup__btn, button.kl-button-primary');
  return buttons?.length ? [...buttons] : null;
}
