import type { EditorAdapter, NewLayer } from '../editor-adapter';
import { createCanvas, canvasOfPng } from '../page/canvas';
import { busyEditor, noDocument } from '../page/errors';
import { dispatchDrag, transferOf } from '../page/give-to-page';
import { captureOfDocumentCanvas } from '../page/layer-capture';
import { visibleElements, visiblePictures } from '../page/page-elements';
import { sheetOf } from '../page/picture';
import { waitUntil } from '../page/wait-until';

const LAYER = 'picture';
const DIALOG_MS = 5000;

/** Klecks (https://kleki.com) tells nothing of its layers: the whole picture is captured, and the new layer is dropped as a file. */
export const klecksAdapter: EditorAdapter = {
  id: 'klecks',
  title: 'Klecks',
  detect: () => document.querySelector('.klecks-root, #klecks-app, .kl-toolspace, .toolspace-row') !== null,
  describe() {
    const { width, height } = requireCanvas();
    const layers = [{ id: LAYER, name: 'All layers', visible: true }];
    return { editor: this.id, title: this.title, documentName: document.title, width, height, layers, activeLayer: LAYER };
  },
  async capture() {
    const source = requireCanvas();
    const { canvas, context } = createCanvas(source.width, source.height);
    context.drawImage(source, 0, 0);
    return captureOfDocumentCanvas(canvas, { layerId: LAYER, layerName: 'All layers', documentName: document.title });
  },
  async insert(layer) {
    const { width, height } = requireCanvas();
    await canvasOfPng(layer.png, layer.width, layer.height);
    const tile = openDropOverlay(await fileOf(layer, width, height));
    dispatchDrag(tile.element, 'dragenter', tile.transfer);
    dispatchDrag(tile.element, 'drop', tile.transfer);
    (await waitUntil(findOkButton, DIALOG_MS, 'busyEditor')).click();
    return 'layer';
  },
  undoHint: () => 'klecks',
};

function requireCanvas(): HTMLCanvasElement {
  const [canvas] = visiblePictures<HTMLCanvasElement>('canvas');
  if (!canvas) throw noDocument();
  return canvas;
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
  return { element: tiles.children[0], transfer };
}

/** The dialog's buttons are Ok and Cancel, in this order. */
function findOkButton(): HTMLButtonElement | null {
  const dialogs = visibleElements<HTMLElement>('.kl-popup, .g-root .kl-popup-box, dialog[open]');
  return dialogs[0]?.querySelector<HTMLButtonElement>('button.kl-button-primary, .kl-popup__btns button') ?? null;
}

/*
To try it by hand: open https://kleki.com, draw on two layers, capture: the whole picture ("All layers").
Insert: a layer "Brushover · …" appears above the current one, aligned; one Ctrl+Z removes it.
If no layer appears, look whether the drop sheet still has two tiles and its dialog an Ok button, and mend the two functions above.
*/
