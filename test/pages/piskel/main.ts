/** The real Piskel, as its package has it. */
import { DOCUMENT, GROUND_NAME, SHAPE_NAME, type EditorUnderTest } from '../editor-under-test';
import { contextOf, groundCanvas, newCanvas, pathOf, pixelsOf, shapeSheet } from '../test-canvas';

type Frame = object;
interface Layer {
  getName(): string;
  getFrameAt(index: number): Frame;
}
interface Sprite {
  addLayer(layer: Layer): void;
}
interface Pixel {
  col: number;
  row: number;
}
declare const pskl: {
  app: {
    piskelController: {
      setPiskel(piskel: Sprite, preserveState?: boolean): void;
      getLayers(): Layer[];
      setCurrentLayerIndex(index: number): void;
      removeCurrentLayer(): void;
      createLayer(name: string): void;
      serialize(): string;
    };
    historyService: { currentIndex: number; clearState(): void; loadState(index: number): void };
  };
  model: {
    Piskel: new (width: number, height: number, descriptor: object) => Sprite;
    piskel: { Descriptor: new (name: string, description: string) => object };
    Layer: { fromFrames(name: string, frames: Frame[]): Layer };
  };
  selection: {
    RectangularSelection: new (x0: number, y0: number, x1: number, y1: number) => object;
    ShapeSelection: new (pixels: Pixel[]) => object;
  };
  utils: {
    FrameUtils: {
      createFromImage(image: CanvasImageSource, preserveOpacity: boolean): Frame;
      drawToCanvas(frame: Frame, canvas: HTMLCanvasElement): void;
    };
  };
};
declare const $: { publish(event: string, parameters: unknown[]): void };

await until(() => Reflect.has(window, 'pskl') && Boolean(pskl.app.piskelController) && Boolean(pskl.app.historyService));

const controller = () => pskl.app.piskelController;
const layerOf = (name: string, image: HTMLCanvasElement) =>
  pskl.model.Layer.fromFrames(name, [pskl.utils.FrameUtils.createFromImage(image, true)]);

function drawn(layer: Layer, canvas: HTMLCanvasElement): HTMLCanvasElement {
  pskl.utils.FrameUtils.drawToCanvas(layer.getFrameAt(0), canvas);
  return canvas;
}

function show(layers: Layer[], width: number, height: number, current: number): void {
  const piskel = new pskl.model.Piskel(width, height, new pskl.model.piskel.Descriptor('Sprite', ''));
  for (const layer of layers) piskel.addLayer(layer);
  pskl.app.historyService.clearState();
  controller().setPiskel(piskel);
  controller().setCurrentLayerIndex(current);
}

const editorUnderTest: EditorUnderTest = {
  async open() {
    $.publish('SELECTION_DISMISSED', []);
    const layers = [layerOf(GROUND_NAME, groundCanvas()), layerOf(SHAPE_NAME, shapeSheet()), layerOf('Top', newCanvas())];
    show(layers, DOCUMENT.width, DOCUMENT.height, 1);
  },
  layers: () =>
    controller()
      .getLayers()
      .map((layer) => ({ name: layer.getName(), pixels: pixelsOf(drawn(layer, newCanvas())) })),
  /** The pictures in its own file. */
  async saved() {
    const file = JSON.parse(controller().serialize()) as { piskel: { layers: string[] } };
    const flat = newCanvas();
    for (const text of file.piskel.layers) {
      const layer = new Image();
      layer.src = (JSON.parse(text) as { base64PNG: string }).base64PNG;
      await layer.decode();
      contextOf(flat).drawImage(layer, 0, 0);
    }
    return { pixels: pixelsOf(flat) };
  },
  /** Piskel goes one step back at most every 50 ms. */
  async undo() {
    const { historyService } = pskl.app;
    const target = historyService.currentIndex - 1;
    await until(() => {
      if (historyService.currentIndex !== target) historyService.loadState(target);
      return historyService.currentIndex === target;
    });
  },
  select: ({ x, y, width, height }) =>
    $.publish('SELECTION_CREATED', [new pskl.selection.RectangularSelection(x, y, x + width - 1, y + height - 1)]),
  selectShape(corners) {
    const [path, context] = [pathOf(corners), contextOf(newCanvas())];
    const pixels: Pixel[] = [];
    for (let row = 0; row < DOCUMENT.height; row++) {
      for (let col = 0; col < DOCUMENT.width; col++) if (context.isPointInPath(path, col + 0.5, row + 0.5)) pixels.push({ col, row });
    }
    $.publish('SELECTION_CREATED', [new pskl.selection.ShapeSelection(pixels)]);
  },
  resize(width, height) {
    const layers = controller()
      .getLayers()
      .map((layer) => layerOf(layer.getName(), drawn(layer, newCanvas(width, height))));
    show(layers, width, height, 1);
  },
  chooseGround: () => controller().setCurrentLayerIndex(0),
  deleteCurrent: () => controller().removeCurrentLayer(),
  chooseEmpty: () => controller().createLayer('Empty'),
};
window.editorUnderTest = editorUnderTest;

async function until(condition: () => boolean): Promise<void> {
  const end = performance.now() + 5000;
  while (!condition() && performance.now() < end) await new Promise(requestAnimationFrame);
}
