import type { EditorAdapter } from '../editor-adapter';
import { EditorError } from '../editor-error';
import { visibleBounds } from '../page/canvas';
import { giveToPage } from '../page/give-to-page';
import { captureOfDocumentCanvas } from '../page/layer-capture';
import { visiblePictures } from '../page/page-elements';
import { readStack } from '../page/stacked-canvases';

const LAYER = 'canvas';

/** Any page with a canvas: the largest visible one is the picture, with those in the same place. It has no layers that we know of. */
export const canvasAdapter: EditorAdapter = {
  id: 'canvas',
  title: 'canvas of this page',
  detect: () => findCanvas() !== null,
  describe() {
    const { width, height } = requireCanvas();
    return {
      editor: this.id,
      title: this.title,
      documentName: document.title,
      width,
      height,
      layers: [{ id: LAYER, name: nameOfPage(), visible: true }],
      activeLayer: LAYER,
    };
  },
  async capture() {
    const canvas = await readStack(requireCanvas());
    if (!visibleBounds(canvas)) throw blankCanvas();
    return captureOfDocumentCanvas(canvas, { layerId: LAYER, layerName: nameOfPage(), documentName: document.title });
  },
  insert: (layer) => giveToPage(layer, requireCanvas()),
  undoHint: () => 'lookAtPage',
};

function findCanvas(): HTMLCanvasElement | null {
  return visiblePictures<HTMLCanvasElement>('canvas').find(({ width, height }) => width > 1 && height > 1) ?? null;
}

function requireCanvas(): HTMLCanvasElement {
  const canvas = findCanvas();
  if (!canvas) throw new EditorError('canvasGone');
  return canvas;
}

/** Nothing is drawn, or a WebGL canvas was emptied after its last frame. */
function blankCanvas(): EditorError {
  return new EditorError('blankCanvas');
}

function nameOfPage(): string {
  return document.title.trim() || 'Canvas';
}

/*
To try it by hand: open a drawing page such as https://www.pixilart.com/draw, draw, capture: the picture.
Insert: the panel says whether the page took it as a paste or a drop, or whether it lies on the clipboard or among the downloads.
*/
