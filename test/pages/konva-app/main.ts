/**
 * An app on the real Konva that tells nothing of its document and shows it at half its size. With "?react" React holds the stage, as
 * react-konva does: its layers are made anew from its state at each change, and what the state does not know is gone.
 */
import Konva from 'konva';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { DOCUMENT, GROUND_NAME, SHAPE, SHAPE_NAME, type EditorUnderTest } from '../editor-under-test';
import { foreignPhoto, groundCanvas, newCanvas, pixelsOf, pixelsOfFile, shapeCanvas } from '../test-canvas';

Object.assign(window, { Konva });

const SHOWN = 0.5;
const root = document.querySelector<HTMLElement>('#root') as HTMLElement;
let stage: Konva.Stage;
let added: Konva.Layer[] = [];

function start(container: HTMLDivElement): void {
  stage = new Konva.Stage({ container, width: DOCUMENT.width * SHOWN, height: DOCUMENT.height * SHOWN });
  const { add } = stage;
  stage.add = (...layers: Konva.Layer[]): Konva.Stage => {
    added.push(...layers);
    return Reflect.apply(add, stage, layers);
  };
  window.editorUnderTest = editorUnderTest;
}

function layerOf(name: string, image: HTMLCanvasElement, { x, y } = { x: 0, y: 0 }): Konva.Layer {
  const layer = new Konva.Layer({ name });
  const [width, height] = [image.width * SHOWN, image.height * SHOWN];
  layer.add(new Konva.Image({ image, x: x * SHOWN, y: y * SHOWN, width, height }));
  return layer;
}

/** The handles that such apps draw, always on top. */
function handles(): Konva.Layer {
  const layer = new Konva.Layer();
  layer.add(new Konva.Transformer());
  return layer;
}

function pictureLayers(): Konva.Layer[] {
  return stage.getLayers().filter((layer) => !layer.findOne('Transformer'));
}

const editorUnderTest: EditorUnderTest = {
  async open() {
    stage.scale({ x: 1, y: 1 });
    stage.size({ width: DOCUMENT.width * SHOWN, height: DOCUMENT.height * SHOWN });
    stage.destroyChildren();
    stage.add(layerOf(GROUND_NAME, groundCanvas()), layerOf(SHAPE_NAME, shapeCanvas(), SHAPE), handles());
    added = [];
  },
  layers: () =>
    pictureLayers().map((layer) => {
      const sheet = layer
        .clone()
        .toCanvas({ x: 0, y: 0, width: DOCUMENT.width * SHOWN, height: DOCUMENT.height * SHOWN, pixelRatio: 1 / SHOWN });
      return { name: layer.name(), pixels: pixelsOf(sheet) };
    }),
  saved: async () => ({ pixels: await pixelsOfFile(stage.toDataURL({ pixelRatio: 1 / SHOWN })) }),
  undo: () => void added.pop()?.remove(),
  zoom(factor) {
    stage.scale({ x: factor, y: factor });
    stage.size({ width: DOCUMENT.width * SHOWN * factor, height: DOCUMENT.height * SHOWN * factor });
  },
  resize: (width, height) => void stage.size({ width: width * SHOWN, height: height * SHOWN }),
  deleteCurrent: () => void pictureLayers().at(-1)?.remove(),
  chooseEmpty: () => void stage.add(layerOf('Empty', newCanvas())),
  async taint() {
    const photo = new Konva.Image({ image: await foreignPhoto() });
    (pictureLayers().at(-1) as Konva.Layer).add(photo);
  },
  close: () => void stage.destroy(),
};

if (location.search === '?react') {
  const hold = (element: HTMLDivElement | null) => void (element && start(element));
  createRoot(root).render(createElement('div', { id: 'stage', ref: hold }));
} else start(root.appendChild(document.createElement('div')));
