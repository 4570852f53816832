import type { EditorAdapter } from '../editor-adapter';
import { canvasOfPng } from '../page/canvas';
import { emptyLayer, groupLayer, hiddenLayer, noDocument, noLayer, severalLayers } from '../page/errors';
import { captureOfDocumentCanvas } from '../page/layer-capture';
import { imageOf, pngUrl } from '../page/picture';

interface PolotnoElement {
  id: string;
  type: string;
  name: string;
  visible: boolean;
  /** Of a group. */
  children?: PolotnoElement[];
  set(attributes: { visible: boolean }): void;
  setZIndex(index: number): void;
}

/** What is used of Polotno's documented store: https://polotno.com/docs/store */
interface PolotnoStore {
  width: number;
  height: number;
  activePage: { id: string; children: PolotnoElement[]; addElement(attributes: object): PolotnoElement } | null;
  selectedElements: PolotnoElement[];
  toDataURL(options: { pageId: string; pixelRatio: number; ignoreBackground: boolean }): Promise<string>;
  history: {
    ignore(change: () => unknown): Promise<unknown> | unknown;
    transaction(change: () => unknown): Promise<unknown> | unknown;
  };
}

/** Polotno is built on Konva but keeps its elements in a store; what is not in there is neither saved nor undone. */
export const polotnoAdapter: EditorAdapter = {
  id: 'polotno',
  title: 'Polotno',
  detect: () => findStore() !== null,
  describe() {
    const { store, page } = requirePage();
    return {
      editor: this.id,
      title: this.title,
      documentName: document.title,
      width: store.width,
      height: store.height,
      layers: page.children.map((element) => ({ id: element.id, name: nameOf(element), visible: element.visible })),
      activeLayer: currentElement(store)?.id ?? null,
    };
  },
  async capture(wanted) {
    const { store, page } = requirePage();
    const known = pathTo(page.children, wanted);
    if (known.length === 0 && store.selectedElements.length > 1) throw severalLayers();
    const path = known.length > 0 ? known : pathTo(page.children, currentElement(store)?.id);
    const element = path.at(-1);
    if (!element) throw noLayer();
    if (element.type === 'group') throw groupLayer(nameOf(element));
    if (path.some(({ visible }) => !visible)) throw hiddenLayer(nameOf(element));
    const url = await exportAlone(store, page, path);
    const image = await imageOf(url);
    if (image.naturalWidth === 0) throw emptyLayer(nameOf(element));
    const canvas = await canvasOfPng(url.slice(url.indexOf(',') + 1), Math.round(store.width), Math.round(store.height));
    return captureOfDocumentCanvas(canvas, { layerId: element.id, layerName: nameOf(element), documentName: document.title });
  },
  async insert({ name, x, y, width, height, above, png }) {
    const { store, page } = requirePage();
    await imageOf(pngUrl(png));
    const known = pathTo(page.children, above);
    // Right above the group, where the captured element lies in one.
    const [below] = known.length > 0 ? known : pathTo(page.children, currentElement(store)?.id);
    const index = below ? page.children.indexOf(below) + 1 : page.children.length;
    await store.history.transaction(() => {
      page.addElement({ type: 'image', src: pngUrl(png), name, x, y, width, height }).setZIndex(index);
    });
    return 'layer';
  },
  undoHint: () => 'polotno',
};

function findStore(): PolotnoStore | null {
  const store: Partial<PolotnoStore> | undefined = Reflect.get(window, 'store');
  const isPolotno = typeof store?.toDataURL === 'function' && 'activePage' in store && 'selectedElements' in store;
  return isPolotno ? (store as PolotnoStore) : null;
}

function requirePage() {
  const store = findStore();
  if (!store?.activePage) throw noDocument();
  return { store, page: store.activePage };
}

/** The selected element, else the topmost visible picture. */
function currentElement(store: PolotnoStore): PolotnoElement | undefined {
  const pictures = store.activePage?.children.filter(({ type, visible }) => type === 'image' && visible) ?? [];
  return store.selectedElements[0] ?? pictures[pictures.length - 1];
}

/** The element and the groups around it, outermost first; empty if it is gone. */
function pathTo(elements: readonly PolotnoElement[], wanted: string | null | undefined): PolotnoElement[] {
  for (const element of elements) {
    const path = element.id === wanted ? [] : pathTo(element.children ?? [], wanted);
    if (element.id === wanted || path.length > 0) return [element, ...path];
  }
  return [];
}

/** The page without its background and its other elements, those beside it in its groups included; none of it goes into the history. */
async function exportAlone(
  store: PolotnoStore,
  page: { id: string; children: PolotnoElement[] },
  path: readonly PolotnoElement[],
): Promise<string> {
  const levels = [page.children, ...path.slice(0, -1).map(({ children = [] }) => children)];
  const others = levels.flatMap((level, depth) => level.filter(({ id, visible }) => id !== path[depth]!.id && visible));
  const show = (visible: boolean) => store.history.ignore(() => others.forEach((other) => other.set({ visible })));
  await show(false);
  try {
    return await store.toDataURL({ pageId: page.id, pixelRatio: 1, ignoreBackground: true });
  } finally {
    await show(true);
  }
}

function nameOf(element: PolotnoElement): string {
  return element.name || element.type;
}

/*
To try it by hand: open https://studio.polotno.com, add a photo, click it, capture; only the photo is captured.
Insert: an image "Brushover · …" lies above it at the same place (see its Layers panel); one Ctrl+Z removes it.
*/
