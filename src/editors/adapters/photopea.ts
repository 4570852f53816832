import type { EditorAdapter, LayerDescription, NewLayer, Rectangle } from '../editor-adapter';
import { EditorError } from '../editor-error';
import { createCanvas } from '../page/canvas';
import { groupLayer, hiddenLayer, noDocument } from '../page/errors';
import { captureOfDocumentCanvas, selectionInDocument } from '../page/layer-capture';
import { sheetOf } from '../page/picture';
import { waitUntil } from '../page/wait-until';
import { runScript, runSilentScript } from './photopea-link';
import * as scripts from './photopea-scripts';

/** A script that only looks answers within milliseconds, unless a dialog is open. */
const LOOK_MS = 4000;
/** Writing or reading a PNG of a large document takes seconds. */
const WORK_MS = 60_000;

/** https://www.photopea.com, alone in a tab. Its scripts: https://www.photopea.com/learn/scripts */
export const photopeaAdapter: EditorAdapter = {
  id: 'photopea',
  title: 'Photopea',
  capturesOnlyCurrent: true,
  detect: () => /(^|\.)photopea\.com$/.test(location.hostname),
  async describe() {
    const { documentName, documentWidth, documentHeight } = await readDocument();
    const [activeLayer = '', ...lines] = (await look(scripts.LAYERS_SCRIPT)).split('\n');
    return {
      editor: this.id,
      title: this.title,
      documentName,
      width: documentWidth,
      height: documentHeight,
      layers: lines.map((line) => layerOfLine(line, documentName)).reverse(),
      activeLayer: scripts.keyOf(activeLayer, documentName),
    };
  },
  async capture(wanted) {
    if (wanted !== null) throw noLastingKeys();
    const { documentName, documentWidth, documentHeight } = await readDocument();
    const [path = '', kind, bounds = '', ...name] = (await look(scripts.CURRENT_LAYER_SCRIPT)).split('|');
    const layerName = name.join('|');
    if (kind === 'group') throw groupLayer(layerName);
    if (kind === 'hidden') throw hiddenLayer(layerName);
    const canvas = await saveLayer(documentWidth, documentHeight);
    const selection = selectionInDocument(rectangleOf(bounds), documentWidth, documentHeight);
    const layerId = scripts.keyOf(path, documentName);
    return captureOfDocumentCanvas(canvas, { layerId, layerName, documentName, selection });
  },
  async insert(layer) {
    await readDocument();
    const captured = layer.above === null ? null : scripts.partsOfKey(layer.above);
    if (captured) await chooseDocument(captured.documentName);
    const chosen = await look(scripts.chooseLayerScript(captured?.path ?? null));
    const { count, documentWidth, documentHeight } = numbersIn(chosen.split('|'), ['count', 'documentWidth', 'documentHeight']);
    await openAsLayer(layer, documentWidth, documentHeight);
    await waitUntil(async () => Number(await look(scripts.COUNT_SCRIPT)) > count, WORK_MS, 'photopeaBusy');
    await look(scripts.nameLayerScript(layer.name));
    return 'layer';
  },
  undoHint: () => 'photopea',
};

/** Scripts know a layer by its place, and an insertion shifts that. */
function noLastingKeys(): EditorError {
  return new EditorError('photopeaKeepsNoKeys');
}

async function look(script: string): Promise<string> {
  return (await runScript(script, LOOK_MS)).text;
}

async function readDocument(): Promise<{ documentName: string; documentWidth: number; documentHeight: number }> {
  const answer = await look(`if (app.documents.length == 0) return ""; ${scripts.DOCUMENT_SCRIPT}`);
  if (answer === '') throw noDocument();
  const [width, height, ...name] = answer.split('|');
  const sides = numbersIn([width, height], ['width', 'height']);
  return { documentName: name.join('|'), documentWidth: Math.round(sides.width), documentHeight: Math.round(sides.height) };
}

async function chooseDocument(name: string): Promise<void> {
  if ((await look(scripts.chooseDocumentScript(name))) !== 'there') throw new EditorError('photopeaDocumentGone', name);
}

async function saveLayer(width: number, height: number): Promise<HTMLCanvasElement> {
  const { file } = await runScript(scripts.SAVE_LAYER_SCRIPT, WORK_MS);
  if (!file) throw new EditorError('photopeaSilent');
  const bitmap = await createImageBitmap(new Blob([file], { type: 'image/png' }));
  const { canvas, context } = createCanvas(width, height);
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas;
}

/** Photopea centres what it opens: a sheet of exactly the document's size lies where it should. */
async function openAsLayer(layer: NewLayer, width: number, height: number): Promise<void> {
  const sheet = await sheetOf(layer, width, height);
  await runSilentScript(scripts.openLayerScript(sheet.toDataURL('image/png')), WORK_MS);
}

/** A script's answer is the page's word: what should be a number may be anything. */
function numbersIn<Name extends string>(texts: readonly (string | undefined)[], names: readonly Name[]): Record<Name, number> {
  const numbers = names.map((name, i) => [name, Number(texts[i])] as const);
  if (!numbers.every(([, value]) => Number.isFinite(value))) throw new EditorError('notUnderstood');
  return Object.fromEntries(numbers) as Record<Name, number>;
}

function layerOfLine(line: string, documentName: string): LayerDescription {
  const [path = '', visible, ...name] = line.split('|');
  return { id: scripts.keyOf(path, documentName), name: name.join('|'), visible: visible === '1' };
}

function rectangleOf(bounds: string): Rectangle | null {
  if (bounds === '') return null;
  const { left, top, right, bottom } = numbersIn(bounds.split(','), ['left', 'top', 'right', 'bottom']);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/*
To try it by hand: open https://www.photopea.com, open a photo, add a layer and paint on it, make a selection.
Capture in the panel: name, size and place must be those of the painted layer, and all layers must still be shown.
Insert: after a moment a smart object lies above the layer, named "Brushover · …", aligned; Ctrl+Z twice removes it.
Then open Photopea's own dialog (Image > Canvas Size) and capture: after 4 s the panel says what to close.
*/
