import type { EditorAdapter } from '../editor-adapter';
import { createCanvas, canvasOfPng } from '../page/canvas';
import { busyEditor, hiddenLayer, noDocument, noLayer } from '../page/errors';
import { captureOfDocumentCanvas } from '../page/layer-capture';
import { waitUntil } from '../page/wait-until';
import type { UndoHint } from '../undo-hints';
import { importAsLayer, tooManyLayers } from './klecks-import';
import { drawnLayers } from './klecks-layers';
import { dragDown, listedLayers, type ListedLayer } from './klecks-list';
import { readSelection } from './klecks-selection';

const MOST_LAYERS = 16;
const WORK_MS = 5000;

/** Klecks' list of layers has no ids, so a layer is known by its name and by how many of that name lie below it. */
type LayerId = string;

/** After the last insertion: Klecks adds on top, and moving the layer down is a step of its own. */
let hint: UndoHint = 'klecks';

/** Klecks, https://kleki.com, is a module of its own: its layers are read from its list and from what it draws. */
export const klecksAdapter: EditorAdapter = {
  id: 'klecks',
  title: 'Klecks',
  detect: () => document.querySelector('.klecks-root, #klecks-app, .kl-toolspace, .toolspace-row, .kl-layer') !== null,
  async describe() {
    const layers = requireLayers();
    const { width, height } = (await requireDrawn(null))[0]!;
    return {
      editor: this.id,
      title: this.title,
      documentName: document.title,
      width,
      height,
      layers: layers.map((layer) => ({ id: idOf(layer, layers), name: layer.name, visible: layer.isShown })),
      activeLayer: currentIdOf(layers),
    };
  },
  async capture(wanted) {
    const layers = requireLayers();
    const current = layers.find((layer) => idOf(layer, layers) === wanted) ?? layers.find(({ isCurrent }) => isCurrent);
    if (!current) throw noLayer();
    if (!current.isShown) throw hiddenLayer(current.name);
    const shown = layers.filter(({ isShown }) => isShown);
    const index = shown.indexOf(current);
    const drawn = await requireDrawn(index);
    const layer = drawn[index];
    // They differ while Klecks rebuilds its list.
    if (!layer?.copy || !layer.width || !layer.height || drawn.length !== shown.length) throw busyEditor();
    const { copy, opacity, width, height } = layer;
    const { canvas, context } = createCanvas(width, height);
    context.globalAlpha = opacity;
    context.drawImage(copy, 0, 0);
    const facts = { layerId: idOf(current, layers), layerName: current.name, documentName: document.title };
    return captureOfDocumentCanvas(canvas, { ...facts, ...readSelection(layer) });
  },
  async insert(layer) {
    await canvasOfPng(layer.png, layer.width, layer.height);
    const before = requireLayers();
    if (before.length >= MOST_LAYERS) throw tooManyLayers();
    const { width, height } = (await requireDrawn(null))[0]!;
    const below = before.find((one) => idOf(one, before) === layer.above) ?? before.find(({ isCurrent }) => isCurrent);
    const rows = below ? before.length - 1 - before.indexOf(below) : 0;
    await importAsLayer(layer, width, height);
    const added = await waitUntil(() => newTopLayer(before.length), WORK_MS, 'klecksNotAdded');
    hint = rows === 0 ? 'klecks' : (await isMovedDown(added, rows)) ? 'klecksMoved' : 'klecksOnTop';
    return 'layer';
  },
  undoHint: () => hint,
};

function requireLayers(): ListedLayer[] {
  const layers = listedLayers();
  if (layers.length === 0) throw noDocument();
  return layers;
}

/** Klecks draws nothing where every layer is hidden. */
async function requireDrawn(indexOfCopy: number | null) {
  const drawn = await drawnLayers(indexOfCopy);
  if (drawn.length === 0) throw busyEditor();
  return drawn;
}

function idOf(layer: ListedLayer, layers: readonly ListedLayer[]): LayerId {
  const below = layers.slice(0, layers.indexOf(layer)).filter(({ name }) => name === layer.name).length;
  return `${below}|${layer.name}`;
}

function currentIdOf(layers: readonly ListedLayer[]): LayerId | null {
  const current = layers.find(({ isCurrent }) => isCurrent);
  return current ? idOf(current, layers) : null;
}

/** The list is rebuilt some time after the layer is there. */
function newTopLayer(countBefore: number): ListedLayer | null {
  const layers = listedLayers();
  const top = layers.at(-1);
  return layers.length === countBefore + 1 && top?.isCurrent ? top : null;
}

async function isMovedDown(added: ListedLayer, rows: number): Promise<boolean> {
  dragDown(added, rows);
  const isThere = () => listedLayers().at(-1 - rows)?.name === added.name;
  return waitUntil(isThere, WORK_MS, 'klecksNotAdded').catch(() => false);
}

/*
To try it by hand: open https://kleki.com, draw on two layers, zoom in, turn the view, and choose the lower one: the capture is that
layer at the document's size. Select with the lasso and capture: “Only the selection” has its shape.
Insert: “Brushover · …” lies right above the captured layer; Ctrl+Z twice removes it, once where that layer was on top.
With 16 layers the panel says that there is no room, and nothing is painted.
*/
