import type { EditorAdapter, Rectangle } from '../editor-adapter';
import { createCanvas } from '../page/canvas';
import { noDocument } from '../page/errors';
import { findGlobal } from '../page/find-global';
import { captureOfDocumentCanvas, selectionInDocument } from '../page/layer-capture';
import { isVisible } from '../page/page-elements';
import { imageOf, pngUrl } from '../page/picture';

/** What is used of Painterro 1.2: the object that `Painterro()` returns. */
interface Painterro {
  canvas: HTMLCanvasElement;
  ctx: CanvasRenderingContext2D;
  size: { w: number; h: number };
  inserter: { tmpImg: HTMLImageElement };
  worklog: { captureState(): void };
  select: {
    /** Whether the frame is on screen; it serves for selections and for pictures that float. */
    shown: boolean;
    imagePlaced: boolean;
    area: { activated?: boolean; topl?: [number, number]; bottoml?: [number, number] };
    /** Margins to the document's edges. */
    placeAt(left: number, top: number, right: number, bottom: number, image: HTMLImageElement): void;
  };
}

const LAYER = 'canvas';

/** Painterro has one canvas and no layers: the picture floats above it until the user places it. */
export const painterroAdapter: EditorAdapter = {
  id: 'painterro',
  title: 'Painterro',
  detect: () => findPainterro() !== null,
  describe() {
    const { size } = requirePainterro();
    const layers = [{ id: LAYER, name: 'Canvas', visible: true }];
    return { editor: this.id, title: this.title, documentName: document.title, width: size.w, height: size.h, layers, activeLayer: LAYER };
  },
  async capture() {
    const painterro = requirePainterro();
    const { canvas, context } = createCanvas(painterro.size.w, painterro.size.h);
    context.drawImage(painterro.canvas, 0, 0);
    const selection = selectionInDocument(selectionOf(painterro), painterro.size.w, painterro.size.h);
    return captureOfDocumentCanvas(canvas, { layerId: LAYER, layerName: 'Canvas', documentName: document.title, selection });
  },
  async insert({ x, y, width, height, png }) {
    const painterro = requirePainterro();
    const image = await imageOf(pngUrl(png));
    painterro.inserter.tmpImg = image;
    painterro.select.placeAt(x, y, painterro.size.w - x - width, painterro.size.h - y - height, image);
    // It reads the place back from the screen, where a pixel may be many of the document's.
    Object.assign(painterro.select.area, { topl: [x, y], bottoml: [x + width, y + height] });
    painterro.worklog.captureState();
    return 'paste';
  },
  undoHint: () => 'floating',
};

function findPainterro(): Painterro | null {
  return findGlobal((value) => {
    const { canvas, ctx, worklog, select, inserter } = value as Partial<Painterro>;
    const isPainterro = canvas instanceof HTMLCanvasElement && ctx && worklog && select && inserter;
    return isPainterro && isVisible(canvas) ? (value as Painterro) : null;
  });
}

function requirePainterro(): Painterro {
  const painterro = findPainterro();
  if (!painterro) throw noDocument();
  return painterro;
}

function selectionOf({ select }: Painterro): Rectangle | null {
  const { activated, topl, bottoml } = select.area;
  if (!activated || !select.shown || select.imagePlaced || !topl || !bottoml) return null;
  return { x: topl[0], y: topl[1], width: bottoml[0] - topl[0], height: bottoml[1] - topl[1] };
}

/*
To try it by hand: open https://painterro.devforth.io (its demo keeps the instance in a global) with a photo; capture: the whole
picture. Insert: it floats exactly over the old one; a click beside it fixes it, Ctrl+Z takes it away.
*/
