import type KonvaApi from 'konva';
import type { EditorAdapter, NewLayer } from '../editor-adapter';
import { canvasOfPng } from '../page/canvas';
import { hiddenLayer, noDocument, noLayer } from '../page/errors';
import { giveToPage } from '../page/give-to-page';
import { captureOfDocumentCanvas, selectionInDocument } from '../page/layer-capture';
import { isVisible } from '../page/page-elements';
import { attributesOf, isInterfaceLayer } from './konva-attributes';
import { isKeptByReact, pixelsPerUnit } from './konva-apps';

type Stage = KonvaApi.Stage;
type Layer = KonvaApi.Layer;

/** Apps built on Konva, whose stages are reachable through its global. Their layers are real ones. */
export const konvaAdapter: EditorAdapter = {
  id: 'konva',
  title: 'Konva editor',
  detect: () => findStage() !== null,
  describe() {
    const stage = requireStage();
    return {
      editor: this.id,
      title: this.title,
      ...documentOf(stage),
      layers: layersOf(stage).map((layer) => ({ id: idOf(layer), name: nameOf(layer), visible: layer.visible() })),
      activeLayer: optionalIdOf(activeLayerOf(stage)),
    };
  },
  async capture(wanted) {
    const stage = requireStage();
    const layer = requireLayer(stage, wanted);
    const { documentName, width, height } = documentOf(stage);
    const selection = selectionInDocument(attributesOf(stage).selection, width, height);
    return captureOfDocumentCanvas(drawLayer(stage, layer), { layerId: idOf(layer), layerName: nameOf(layer), documentName, selection });
  },
  async insert(request) {
    const stage = requireStage();
    // What its state does not know, React takes away with the next change, and its app saves without it.
    if (isKeptByReact(stage)) return giveToPage(request, stage.container());
    const layer = await createLayer(request, pixelsPerUnit(stage));
    const below = layersOf(stage).find((candidate) => idOf(candidate) === request.above) ?? activeLayerOf(stage);
    stage.add(layer);
    if (below) layer.zIndex(below.zIndex() + 1);
    if (attributesOf(stage).activeLayer !== undefined) stage.setAttr('activeLayer', layer.id());
    return 'layer';
  },
  undoHint(way) {
    if (way !== 'layer') return 'lookAtPage';
    const hasUndo = attributesOf(requireStage()).hasUndo === true;
    return hasUndo ? 'editorsOwn' : 'likeOtherLayers';
  },
};

function findStage(): Stage | null {
  const konva: typeof KonvaApi | undefined = Reflect.get(window, 'Konva');
  const stages = konva?.stages?.filter((stage) => isVisible(stage.container())) ?? [];
  return stages.sort((a, b) => b.width() * b.height() - a.width() * a.height())[0] ?? null;
}

function requireStage(): Stage {
  const stage = findStage();
  if (!stage) throw noDocument();
  return stage;
}

/** The stage may be zoomed and moved; the document is what its editor says, else what the stage shows, in the pixels of its pictures. */
function documentOf(stage: Stage): { documentName: string; width: number; height: number } {
  const { documentName = document.title, documentWidth, documentHeight } = attributesOf(stage);
  const scale = pixelsPerUnit(stage);
  return {
    documentName,
    width: Math.round(documentWidth ?? (stage.width() / stage.scaleX()) * scale),
    height: Math.round(documentHeight ?? (stage.height() / stage.scaleY()) * scale),
  };
}

function layersOf(stage: Stage): Layer[] {
  return stage.getLayers().filter((layer) => !isInterfaceLayer(layer));
}

/** The one that the editor names, else the topmost visible one with something in it. */
function activeLayerOf(stage: Stage): Layer | undefined {
  const { activeLayer } = attributesOf(stage);
  if (activeLayer !== undefined) return layersOf(stage).find((layer) => layer.id() === activeLayer);
  return layersOf(stage)
    .reverse()
    .find((layer) => layer.isVisible() && layer.hasChildren());
}

function requireLayer(stage: Stage, wanted: string | null): Layer {
  const layer = layersOf(stage).find((candidate) => idOf(candidate) === wanted) ?? activeLayerOf(stage);
  if (!layer) throw noLayer();
  if (!layer.isVisible()) throw hiddenLayer(nameOf(layer));
  return layer;
}

function drawLayer(stage: Stage, layer: Layer): HTMLCanvasElement {
  const { width, height } = documentOf(stage);
  const perUnit = pixelsPerUnit(stage);
  const scale = stage.scaleX() / perUnit;
  // Konva multiplies and cuts off decimals: a hair more keeps the last row and column.
  const hair = 1e-6;
  return layer.toCanvas({
    x: stage.x(),
    y: stage.y(),
    width: width * scale * (1 + hair),
    height: height * scale * (1 + hair),
    pixelRatio: 1 / scale,
  });
}

async function createLayer({ name, x, y, width, height, png }: NewLayer, perUnit: number): Promise<Layer> {
  const { Layer, Image }: typeof KonvaApi = Reflect.get(window, 'Konva');
  const image = await canvasOfPng(png, width, height);
  const layer = new Layer({ name });
  layer.id(`brushover-${idOf(layer)}`);
  layer.add(new Image({ image, x: x / perUnit, y: y / perUnit, width: width / perUnit, height: height / perUnit, name }));
  return layer;
}

/** Konva's own number of a node; apps need not give ids. */
function idOf(layer: Layer): string {
  return String(layer._id);
}

function optionalIdOf(layer: Layer | undefined): string | null {
  return layer ? idOf(layer) : null;
}

function nameOf(layer: Layer): string {
  return layer.name() || layer.id() || `Layer ${layer.zIndex() + 1}`;
}

/*
To try it by hand: `npm start`, click a layer in the list, capture it in the panel, stylise, insert.
On another site: https://konvajs.org/docs/sandbox/Canvas_Editor.html; the new layer lies above what was drawn.
*/
