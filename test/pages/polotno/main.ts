/** A stub of Polotno's documented store on the real Konva. As there, what bypasses the store is neither exported nor undone. */
import Konva from 'konva';
import { DOCUMENT, GROUND_NAME, SHAPE, SHAPE_NAME, type EditorUnderTest } from '../editor-under-test';
import { groundCanvas, pixelsOf, shapeCanvas } from '../test-canvas';

interface Attributes {
  type: string;
  name: string;
  visible: boolean;
  locked?: boolean;
  src: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

let lastId = 0;
let isRecording = true;
let past: Element_[][] = [];

class Element_ {
  readonly id = `element-${++lastId}`;
  readonly image = new Image();
  readonly ready: Promise<void>;
  children: Element_[] = [];

  constructor(readonly attributes: Attributes) {
    this.image.src = attributes.src;
    this.ready = attributes.src ? this.image.decode() : Promise.resolve();
  }

  get type() {
    return this.attributes.type;
  }
  get name() {
    return this.attributes.name;
  }
  get visible() {
    return this.attributes.visible;
  }

  set(attributes: Partial<Attributes>) {
    Object.assign(this.attributes, attributes);
    record();
  }

  setZIndex(index: number) {
    page.children = page.children.filter((element) => element !== this);
    page.children.splice(index, 0, this);
    record();
  }
}

const page = {
  id: 'page-1',
  children: [] as Element_[],
  addElement(attributes: Partial<Attributes>) {
    const element = new Element_({ type: 'image', name: '', visible: true, src: '', x: 0, y: 0, width: 1, height: 1, ...attributes });
    page.children = [...page.children, element];
    store.selectedElements = [element];
    record();
    return element;
  },
};

const store = {
  ...DOCUMENT,
  activePage: page as typeof page | null,
  selectedElements: [] as Element_[],
  toDataURL: async ({ pixelRatio, ignoreBackground }: { pixelRatio: number; ignoreBackground: boolean }) => {
    const layer = await drawPage(page.children, ignoreBackground);
    return layer.toDataURL({ x: 0, y: 0, width: store.width, height: store.height, pixelRatio });
  },
  history: {
    async ignore(change: () => unknown) {
      await withoutRecording(change);
    },
    async transaction(change: () => unknown) {
      await withoutRecording(change);
      record();
    },
    undo() {
      if (past.length > 1) past.pop();
      page.children = past[past.length - 1];
    },
  },
};

async function withoutRecording(change: () => unknown): Promise<void> {
  isRecording = false;
  await change();
  isRecording = true;
}

function record(): void {
  if (isRecording) past.push([...page.children]);
}

async function drawPage(elements: Element_[], ignoreBackground: boolean): Promise<Konva.Layer> {
  await Promise.all(elements.flatMap(({ ready, children }) => [ready, ...children.map((child) => child.ready)]));
  const layer = new Konva.Layer();
  if (!ignoreBackground) layer.add(new Konva.Rect({ width: store.width, height: store.height, fill: 'white' }));
  for (const element of elements) layer.add(nodeOf(element));
  return layer;
}

/** A group that is hidden hides what lies in it. */
function nodeOf({ image, attributes, children }: Element_): Konva.Group | Konva.Image {
  const { x, y, width, height, visible, type } = attributes;
  if (type !== 'group') return new Konva.Image({ image, x, y, width, height, visible });
  const group = new Konva.Group({ visible });
  for (const child of children) group.add(nodeOf(child));
  return group;
}

Object.assign(window, { store });

const editorUnderTest: EditorUnderTest = {
  async open() {
    Object.assign(store, { ...DOCUMENT, activePage: page });
    page.children = [];
    page.addElement({ name: GROUND_NAME, src: groundCanvas().toDataURL(), ...DOCUMENT });
    page.addElement({ name: SHAPE_NAME, src: shapeCanvas().toDataURL(), ...SHAPE });
    const shape = page.children[1];
    page.addElement({ type: 'text', name: 'Title', src: shapeCanvas().toDataURL(), width: 4, height: 4 });
    store.selectedElements = [shape];
    past = [[...page.children]];
  },
  layers: () =>
    Promise.all(
      page.children.map(async (element) => {
        const layer = await drawPage([element], true);
        return { name: element.name, pixels: pixelsOf(layer.toCanvas({ x: 0, y: 0, ...DOCUMENT, pixelRatio: 1 })) };
      }),
    ),
  undo: () => store.history.undo(),
  resize: (width, height) => void Object.assign(store, { width, height }),
  close: () => void (store.activePage = null),
  chooseGround: () => void (store.selectedElements = [page.children[0]]),
  deleteCurrent() {
    page.children = page.children.filter((element) => element !== store.selectedElements[0]);
    store.selectedElements = [];
    record();
  },
  lockCurrent: () => store.selectedElements[0].set({ locked: true }),
  chooseText: () => void page.addElement({ type: 'text', name: 'Text', src: shapeCanvas().toDataURL(), ...SHAPE }),
  hideCurrent: () => store.selectedElements[0].set({ visible: false }),
  nest() {
    const [element] = store.selectedElements;
    const group = new Element_({ type: 'group', name: 'Group', visible: true, src: '', x: 0, y: 0, width: 1, height: 1 });
    const attributes = { type: 'image', name: 'Beside', visible: true, src: groundCanvas().toDataURL(), x: 0, y: 0 };
    group.children = [new Element_({ ...attributes, ...DOCUMENT }), element];
    page.children = page.children.map((one) => (one === element ? group : one));
  },
  chooseTwo: () => void (store.selectedElements = page.children.slice(0, 2)),
  chooseGroup: () => void page.addElement({ type: 'group', name: 'Group', src: shapeCanvas().toDataURL() }),
};
window.editorUnderTest = editorUnderTest;
