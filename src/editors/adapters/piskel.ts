import type { EditorAdapter, NewLayer } from '../editor-adapter';
import { createCanvas } from '../page/canvas';
import { noDocument } from '../page/errors';
import { captureOfDocumentCanvas } from '../page/layer-capture';
import { sheetOf } from '../page/picture';
import { findPiskel, keyOf, type Piskel, type PiskelLayer } from './piskel-page';
import { maskOfPixels, selectedPixels } from './piskel-selection';

/** Piskel keeps layers, each with a picture for every frame of the animation: the current frame is captured, and gets the result. */
export const piskelAdapter: EditorAdapter = {
  id: 'piskel',
  title: 'Piskel',
  detect: () => findPiskel() !== null,
  describe() {
    const { controller } = requirePiskel();
    const layers = controller.getLayers();
    return {
      editor: this.id,
      title: this.title,
      documentName: nameOf(controller),
      width: controller.getWidth(),
      height: controller.getHeight(),
      layers: layers.map((layer) => ({ id: keyOf(layer, layers), name: layer.getName(), visible: true })),
      activeLayer: keyOf(controller.getCurrentLayer(), layers),
    };
  },
  async capture(wanted) {
    const piskel = requirePiskel();
    const { controller, model } = piskel;
    const layers = controller.getLayers();
    const layer = layers.find((each) => keyOf(each, layers) === wanted) ?? controller.getCurrentLayer();
    const { canvas } = createCanvas(controller.getWidth(), controller.getHeight());
    const frame = layer.getFrameAt(controller.getCurrentFrameIndex());
    model.utils.FrameUtils.drawToCanvas(frame, canvas, undefined, layer.getOpacity());
    return captureOfDocumentCanvas(canvas, {
      layerId: keyOf(layer, layers),
      layerName: layer.getName(),
      documentName: nameOf(controller),
      ...maskOfPixels(selectedPixels(piskel), canvas.width, canvas.height),
    });
  },
  async insert(layer) {
    const piskel = requirePiskel();
    const { controller } = piskel;
    const layers = controller.getLayers();
    const captured = layers.find((each) => keyOf(each, layers) === layer.above) ?? controller.getCurrentLayer();
    const added = await layerOf(layer, piskel);
    const index = layers.indexOf(captured) + 1;
    const state = { frameIndex: controller.getCurrentFrameIndex(), layerIndex: controller.getCurrentLayerIndex() };
    controller.getPiskel().addLayerAt(added, index);
    controller.setCurrentLayerIndex(index);
    piskel.save(state);
    return 'layer';
  },
  undoHint: () => 'editorsOwn',
};

function requirePiskel(): Piskel {
  const piskel = findPiskel();
  if (!piskel) throw noDocument();
  return piskel;
}

function nameOf(controller: Piskel['controller']): string {
  return controller.getPiskel().getDescriptor().name || document.title;
}

/** Its other frames are empty. */
async function layerOf(layer: NewLayer, { controller, model }: Piskel): Promise<PiskelLayer> {
  const [width, height] = [controller.getWidth(), controller.getHeight()];
  const sheet = await sheetOf(layer, width, height);
  const added = new model.model.Layer(unusedName(layer.name, controller.getLayers()));
  for (let i = 0; i < controller.getFrameCount(); i++) {
    const isCurrent = i === controller.getCurrentFrameIndex();
    added.addFrame(isCurrent ? model.utils.FrameUtils.createFromImage(sheet, true) : new model.model.Frame(width, height));
  }
  return added;
}

/** Piskel takes no two layers of one name. */
function unusedName(name: string, layers: readonly PiskelLayer[]): string {
  const taken = new Set(layers.map((layer) => layer.getName()));
  let unused = name;
  for (let i = 2; taken.has(unused); i++) unused = `${name} ${i}`;
  return unused;
}

/*
To try it by hand: open https://www.piskelapp.com/p/create/sprite, draw on two layers, choose the lower one; capture: that layer of the
current frame. Insert: a layer "Brushover · …" right above it; one Ctrl+Z removes it. Select with the lasso and capture: its shape limits the result.
*/
