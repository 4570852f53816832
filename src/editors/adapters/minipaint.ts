import type { EditorAdapter, NewLayer, Rectangle } from '../editor-adapter';
import { canvasOfPng, createCanvas } from '../page/canvas';
import { busyEditor, emptyLayer, hiddenLayer, noDocument, noLayer } from '../page/errors';
import { captureOfDocumentCanvas, selectionInDocument } from '../page/layer-capture';
import { imageOf } from '../page/picture';

interface MiniPaintLayer {
  id: number;
  name: string;
  /** null: nothing was ever put into it. */
  type: string | null;
  visible: boolean;
  /** 0 … 100 */
  opacity: number;
  /** Its blend mode, as canvases name them. */
  composition?: string;
  /** Higher lies above. */
  order: number;
}

/** The globals of miniPaint 4.14 that are used here. */
interface MiniPaint {
  AppConfig: { WIDTH: number; HEIGHT: number; layer: MiniPaintLayer | null; layers: MiniPaintLayer[] };
  Layers: {
    convert_layer_to_canvas(id: number, actualArea: boolean, canTrim: boolean): HTMLCanvasElement;
    insert(settings: object, canAutomate: boolean): Promise<unknown>;
    Base_gui?: { GUI_tools?: { tools_modules?: { selection?: { object?: { selection?: Partial<Rectangle> } } } } };
  };
  State: { undo_action(): unknown };
}

/** https://viliusle.github.io/miniPaint/ */
export const miniPaintAdapter: EditorAdapter = {
  id: 'minipaint',
  title: 'miniPaint',
  detect: () => findMiniPaint() !== null,
  describe() {
    const { AppConfig } = requireMiniPaint();
    const layers = [...AppConfig.layers].sort((a, b) => a.order - b.order);
    return {
      editor: this.id,
      title: this.title,
      documentName: document.title,
      width: AppConfig.WIDTH,
      height: AppConfig.HEIGHT,
      layers: layers.map(({ id, name, visible }) => ({ id: String(id), name, visible })),
      activeLayer: AppConfig.layer ? String(AppConfig.layer.id) : null,
    };
  },
  async capture(wanted) {
    const miniPaint = requireMiniPaint();
    const { WIDTH, HEIGHT, layers, layer: current } = miniPaint.AppConfig;
    const layer = layers.find(({ id }) => String(id) === wanted) ?? current;
    if (!layer) throw noLayer();
    if (layer.type === null) throw emptyLayer(layer.name);
    if (!layer.visible) throw hiddenLayer(layer.name);
    const { canvas, context } = createCanvas(WIDTH, HEIGHT);
    context.globalAlpha = layer.opacity / 100;
    context.drawImage(miniPaint.Layers.convert_layer_to_canvas(layer.id, false, false), 0, 0);
    const selection = selectionInDocument(selectionOf(miniPaint), WIDTH, HEIGHT);
    return captureOfDocumentCanvas(canvas, { layerId: String(layer.id), layerName: layer.name, documentName: document.title, selection });
  },
  async insert(layer) {
    const miniPaint = requireMiniPaint();
    const before = new Set(miniPaint.AppConfig.layers.map(({ id }) => id));
    await miniPaint.Layers.insert(await settingsOf(layer, miniPaint), false);
    // An empty first layer is replaced, so their number tells nothing.
    if (!miniPaint.AppConfig.layers.some(({ id }) => !before.has(id))) throw busyEditor();
    return 'layer';
  },
  undoHint: () => 'minipaint',
};

function findMiniPaint(): MiniPaint | null {
  const page = window as Window & Partial<MiniPaint>;
  const { AppConfig, Layers, State } = page;
  return AppConfig && Layers && State && typeof Layers.convert_layer_to_canvas === 'function' ? { AppConfig, Layers, State } : null;
}

function requireMiniPaint(): MiniPaint {
  const miniPaint = findMiniPaint();
  if (!miniPaint) throw noDocument();
  return miniPaint;
}

function selectionOf({ Layers }: MiniPaint): Rectangle | null {
  const selection = Layers.Base_gui?.GUI_tools?.tools_modules?.selection?.object?.selection;
  const { x, y, width, height } = selection ?? {};
  return x === undefined || x === null || y === undefined || y === null || !width || !height ? null : { x, y, width, height };
}

/** A picture that reaches out of the document would make the document grow, so it is cut. */
async function settingsOf({ name, x, y, width, height, above, png }: NewLayer, { AppConfig }: MiniPaint): Promise<object> {
  const inside = selectionInDocument({ x, y, width, height }, AppConfig.WIDTH, AppConfig.HEIGHT) ?? { x: 0, y: 0, width: 1, height: 1 };
  const { canvas, context } = createCanvas(inside.width, inside.height);
  context.drawImage(await canvasOfPng(png, width, height), x - inside.x, y - inside.y);
  const data = canvas.toDataURL('image/png');
  // A picture that can't be shown would break every later drawing in miniPaint.
  await imageOf(data);
  const size = { width_original: inside.width, height_original: inside.height };
  return { name, type: 'image', data, ...inside, ...size, ...placeAbove(AppConfig, above) };
}

/** Between the captured layer and the next one, for which `order` need not be whole, and blended as the captured one. */
function placeAbove({ layer, layers }: MiniPaint['AppConfig'], above: string | null): { order?: number; composition?: string } {
  const captured = layers.find(({ id }) => String(id) === above);
  const below = captured ?? layer;
  if (!below) return {};
  const blend = captured?.composition ? { composition: captured.composition } : {};
  const next = Math.min(...layers.map(({ order }) => order).filter((order) => order > below.order));
  return Number.isFinite(next) ? { ...blend, order: (below.order + next) / 2 } : blend;
}

/*
To try it by hand: open https://viliusle.github.io/miniPaint/, open a photo, add a layer and paint on it.
Capture: name, size and place of the painted layer. Insert: a layer "Brushover · …" right above it; one Ctrl+Z removes it.
Then hide the layer and capture: the panel says that it is hidden.
*/
