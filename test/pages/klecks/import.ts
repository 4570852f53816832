/** A dragged file brings up two tiles, and dropping it on the first one asks with Ok and Cancel. */
import { importLayer, isFull } from './document';

export const dialogs = { areBlocked: false };
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
  if (file && tilesEntered > 0 && !dialogs.areBlocked) void askAndImport(file);
  tilesEntered = 0;
});

async function askAndImport(file: File): Promise<void> {
  const bitmap = await createImageBitmap(file);
  const dialog = document.createElement('div');
  dialog.className = 'kl-popup';
  const note = isFull() ? '<div class="kl-import-note">Höchstzahl der Ebenen erreicht</div>' : '';
  dialog.innerHTML = `<p>Bild importieren</p>${note}<div><button>1:1</button></div>
    <div><button class="kl-popup__btn kl-button-primary">Ok</button><button class="kl-popup__btn kl-button-cancel">Abbrechen</button></div>`;
  dialog.style.cssText = 'position: fixed; inset: 30% 40%; background: #444';
  document.body.append(dialog);
  const [ok, cancel] = dialog.querySelectorAll<HTMLButtonElement>('.kl-popup__btn');
  cancel.onclick = () => dialog.remove();
  ok.onclick = () => {
    dialog.remove();
    importLayer(file.name, bitmap);
  };
}
