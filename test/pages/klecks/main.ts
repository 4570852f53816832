/** A stub of Klecks: no access to layers; a dragged file brings up two tiles, and dropping it on the first one asks with Ok and Cancel. */
import { DOCUMENT, GROUND_NAME, SHAPE_NAME, type EditorUnderTest } from '../editor-under-test';
import { contextOf, newCanvas, pixelsOf, shapeSheet } from '../test-canvas';

interface Layer {
  name: string;
  sheet: HTMLCanvasElement;
}

const [picture] = document.querySelectorAll<HTMLCanvasElement>('.picture');
let layers: Layer[] = [];
let past: Layer[][] = [];
let isDialogBlocked = false;
let tilesEntered = 0;

const overlay = document.createElement('div');
overlay.style.cssText = 'position: fixed; inset: 0; background: rgba(50, 50, 50, 0.7)';
const row = document.createElement('div');
row.style.display = 'flex';
const asLayer = Object.assign(document.createElement('div'), { textContent: 'Als Ebene' });
const asImage = Object.assign(document.createElement('div'), { textContent: 'Als neues Bild' });
row.append(asLayer, asImage);
overlay.append('Zum Importieren ablegen', row);

window.addEventListener('dragenter', () => document.body.append(overlay));
asLayer.addEventListener('dragenter', () => tilesEntered++);
window.addEventListener('drop', (event) => {
  event.preventDefault();
  overlay.remove();
  const [file] = event.dataTransfer?.files ?? [];
  if (file && tilesEntered > 0 && !isDialogBlocked) void askAndImport(file);
  tilesEntered = 0;
});

async function askAndImport(file: File): Promise<void> {
  const bitmap = await createImageBitmap(file);
  const dialog = document.createElement('div');
  dialog.className = 'kl-popup';
  dialog.innerHTML = '<p>Bild importieren</p><div class="kl-popup__btns"><button>Ok</button><button>Abbrechen</button></div>';
  dialog.style.cssText = 'position: fixed; inset: 30% 40%; background: #444';
  document.body.append(dialog);
  const [ok, cancel] = dialog.querySelectorAll('button');
  cancel.onclick = () => dialog.remove();
  ok.onclick = () => {
    dialog.remove();
    const sheet = newCanvas(picture.width, picture.height);
    contextOf(sheet).drawImage(bitmap, Math.round((picture.width - bitmap.width) / 2), Math.round((picture.height - bitmap.height) / 2));
    past.push(layers);
    layers = [...layers, { name: file.name, sheet }];
    render();
  };
}

function render(): void {
  contextOf(picture).clearRect(0, 0, picture.width, picture.height);
  for (const { sheet } of layers) contextOf(picture).drawImage(sheet, 0, 0);
}

const editorUnderTest: EditorUnderTest = {
  async open() {
    Object.assign(picture, DOCUMENT);
    isDialogBlocked = false;
    past = [];
    layers = [
      { name: GROUND_NAME, sheet: newCanvas() },
      { name: SHAPE_NAME, sheet: shapeSheet() },
    ];
    render();
  },
  layers: () => layers.map(({ name, sheet }) => ({ name, pixels: pixelsOf(sheet) })),
  undo() {
    layers = past.pop() ?? layers;
    render();
  },
  resize(width, height) {
    Object.assign(picture, { width, height });
    render();
  },
  chooseEmpty() {
    layers = [{ name: GROUND_NAME, sheet: newCanvas() }];
    render();
  },
  close: () => picture.remove(),
  setBusy(busy) {
    isDialogBlocked = busy;
  },
};
window.editorUnderTest = editorUnderTest;
