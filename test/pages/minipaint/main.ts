/** A stub with the globals of miniPaint 4.14 and their traps: no `window.app`, replaced empty first layers, growing documents, pictures that fail quietly. */
import { DOCUMENT, GROUND_NAME, SHAPE, SHAPE_NAME, type EditorUnderTest } from '../editor-under-test';
import { contextOf, groundCanvas, newCanvas, pixelsOf, shapeCanvas } from '../test-canvas';

interface Layer {
  id: number;
  name: string;
  type: string | null;
  link: CanvasImageSource | null;
  x: number;
  y: number;
  width: number;
  height: number;
  width_original: number | null;
  height_original: number | null;
  visible: boolean;
  opacity: number;
  order: number;
  composition: string;
}

const selection = { x: null as number | null, y: null as number | null, width: null as number | null, height: null as number | null };
const AppConfig = { WIDTH: DOCUMENT.width, HEIGHT: DOCUMENT.height, layer: null as Layer | null, layers: [] as Layer[] };
let lastId = 0;
const undoSteps: (() => void)[] = [];

function draw(context: CanvasRenderingContext2D, layer: Layer): void {
  if (!layer.visible || layer.type === null || !layer.link) return;
  context.drawImage(layer.link, layer.x, layer.y, layer.width, layer.height);
}

const Layers = {
  Base_gui: { GUI_tools: { tools_modules: { selection: { object: { selection } } } } },
  convert_layer_to_canvas(id: number): HTMLCanvasElement {
    const layer = AppConfig.layers.find((candidate) => candidate.id === id);
    if (!layer) throw new Error('can not find layer');
    const canvas = newCanvas(Math.max(layer.width, AppConfig.WIDTH), Math.max(layer.height, AppConfig.HEIGHT));
    draw(contextOf(canvas), layer);
    return canvas;
  },
  async insert({ data, ...settings }: Partial<Layer> & { data: string }): Promise<void> {
    const before = { layers: [...AppConfig.layers], layer: AppConfig.layer, width: AppConfig.WIDTH, height: AppConfig.HEIGHT };
    if (AppConfig.layers.length === 1 && AppConfig.layers[0].type === null) AppConfig.layers.pop();
    const link = new Image();
    link.src = data;
    // A picture that can't be loaded completes all the same.
    await new Promise((resolve) => (link.onload = link.onerror = resolve));
    const layer = addLayer({ ...settings, link });
    AppConfig.WIDTH = Math.max(AppConfig.WIDTH, layer.width);
    AppConfig.HEIGHT = Math.max(AppConfig.HEIGHT, layer.height);
    undoSteps.push(() => {
      Object.assign(AppConfig, { layers: before.layers, layer: before.layer, WIDTH: before.width, HEIGHT: before.height });
    });
    render();
  },
};

const State = {
  undo_action() {
    undoSteps.pop()?.();
    render();
  },
  redo_action() {},
};

function addLayer(settings: Partial<Layer>): Layer {
  const id = ++lastId;
  const blank = { type: null, link: null, x: 0, y: 0, width: 0, height: 0, width_original: null, height_original: null };
  const layer: Layer = {
    id,
    name: `Layer #${id}`,
    visible: true,
    opacity: 100,
    order: id,
    composition: 'source-over',
    ...blank,
    ...settings,
  };
  AppConfig.layers = [...AppConfig.layers, layer];
  AppConfig.layer = layer;
  return layer;
}

function sorted(): Layer[] {
  return [...AppConfig.layers].sort((a, b) => a.order - b.order);
}

function render(): void {
  const [picture] = document.querySelectorAll<HTMLCanvasElement>('.picture');
  picture.width = AppConfig.WIDTH;
  picture.height = AppConfig.HEIGHT;
  for (const layer of sorted()) draw(contextOf(picture), layer);
}

Object.assign(window, { Layers, AppConfig, State, FileOpen: {}, FileSave: {} });

const editorUnderTest: EditorUnderTest = {
  async open() {
    Object.assign(AppConfig, { layers: [], layer: null, WIDTH: DOCUMENT.width, HEIGHT: DOCUMENT.height });
    Object.assign(selection, { x: null, y: null, width: null, height: null });
    addLayer({ name: GROUND_NAME, type: 'image', link: groundCanvas(), ...DOCUMENT });
    addLayer({ name: SHAPE_NAME, type: 'image', link: shapeCanvas(), ...SHAPE });
    const shape = AppConfig.layer;
    addLayer({ name: 'Top', type: 'image', link: newCanvas(), ...DOCUMENT });
    AppConfig.layer = shape;
    render();
  },
  layers: () => sorted().map((layer) => ({ name: layer.name, pixels: pixelsOf(Layers.convert_layer_to_canvas(layer.id)) })),
  undo: () => State.undo_action(),
  select: ({ x, y, width, height }) => void Object.assign(selection, { x: x + 0.3, y: y - 0.2, width: width + 0.1, height }),
  resize: (width, height) => void Object.assign(AppConfig, { WIDTH: width, HEIGHT: height }),
  chooseGround() {
    AppConfig.layer = AppConfig.layers.find(({ name }) => name === GROUND_NAME) ?? null;
  },
  deleteCurrent() {
    AppConfig.layers = AppConfig.layers.filter((layer) => layer !== AppConfig.layer);
    AppConfig.layer = AppConfig.layers[0];
    render();
  },
  blendCurrent(composition) {
    if (AppConfig.layer) AppConfig.layer.composition = composition;
  },
  blends: () => Object.fromEntries(AppConfig.layers.map(({ name, composition }) => [name, composition])),
  hideCurrent() {
    if (AppConfig.layer) AppConfig.layer.visible = false;
  },
  chooseEmpty: () => void addLayer({ name: 'Empty' }),
  chooseText: () => void addLayer({ name: 'Text', type: 'text', link: shapeCanvas(), ...SHAPE }),
};
window.editorUnderTest = editorUnderTest;
