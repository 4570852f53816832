import Konva from 'konva';
import { DOCUMENT, GROUND_NAME, SHAPE, SHAPE_NAME, type EditorUnderTest } from '../editor-under-test';
import { foreignPhoto, groundCanvas, newCanvas, pixelsOf, pixelsOfFile, shapeCanvas } from '../test-canvas';
import { activeLayer, createLayer, currentStage, documentSize, pictureLayers, refreshRows, setStage } from './document';
import { exportedPicture } from './export';
import { startHistory, undo } from './history';
import { deleteActive } from './layer-actions';
import { zoomTo } from './viewport';

export const editorUnderTest: EditorUnderTest = {
  async open() {
    for (const layer of pictureLayers()) layer.remove();
    resize(DOCUMENT.width, DOCUMENT.height);
    zoomTo(1.7);
    currentStage().add(
      createLayer(GROUND_NAME, new Konva.Image({ image: groundCanvas() })),
      createLayer(SHAPE_NAME, new Konva.Image({ image: shapeCanvas(), x: SHAPE.x, y: SHAPE.y })),
      createLayer('Top', new Konva.Image({ image: newCanvas() })),
    );
    setStage({ activeLayer: pictureLayers()[1].id(), selection: null });
    startHistory();
  },
  layers: () => pictureLayers().map((layer) => ({ name: layer.name(), pixels: pixelsOf(pictureOf(layer)) })),
  saved: async () => ({ pixels: await pixelsOfFile(exportedPicture()) }),
  undo,
  select: (selection) => setStage({ selection }),
  resize,
  zoom: zoomTo,
  chooseGround: () => setStage({ activeLayer: pictureLayers()[0].id() }),
  deleteCurrent: () => deleteActive(),
  chooseText() {
    const layer = createLayer('Text', new Konva.Text({ text: 'Brushover', fontSize: 20, fill: '#222' }));
    currentStage().add(layer);
    setStage({ activeLayer: layer.id() });
  },
  async taint() {
    activeLayer()?.add(new Konva.Image({ image: await foreignPhoto() }));
  },
  hideCurrent: () => void activeLayer()?.visible(false),
  chooseEmpty() {
    const layer = createLayer('Empty');
    currentStage().add(layer);
    setStage({ activeLayer: layer.id() });
  },
  close: () => void currentStage().destroy(),
};

function resize(width: number, height: number): void {
  setStage({ documentWidth: width, documentHeight: height });
  documentSize.value = { width, height };
  refreshRows();
}

/** A clone lies on no stage, so the zoom does not touch it. */
function pictureOf(layer: Konva.Layer): HTMLCanvasElement {
  return layer.clone().toCanvas({ x: 0, y: 0, ...DOCUMENT, pixelRatio: 1 });
}
