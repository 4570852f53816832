/** The real Excalidraw, as the app at excalidraw.com mounts it. */
import { Excalidraw, exportToCanvas } from '@excalidraw/excalidraw';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { SHAPE, type EditorUnderTest } from '../editor-under-test';
import { contextOf, newCanvas, pixelsOf, shapeCanvas } from '../test-canvas';

type Api = Parameters<NonNullable<Parameters<typeof Excalidraw>[0]['excalidrawAPI']>>[0];

const api = await new Promise<Api>((excalidrawAPI) => {
  const root = document.getElementById('root');
  if (root) createRoot(root).render(createElement(Excalidraw, { excalidrawAPI }));
});

const shapePixels = pixelsOf(shapeCanvas(), SHAPE.width, SHAPE.height);
const IMAGE = {
  id: 'shape',
  type: 'image',
  fileId: 'shape-file',
  status: 'saved',
  angle: 0,
  opacity: 100,
  scale: [1, 1],
  isDeleted: false,
  groupIds: [],
  boundElements: null,
};

const editorUnderTest: EditorUnderTest = {
  async open() {
    api.addFiles([{ id: 'shape-file', dataURL: shapeCanvas().toDataURL(), mimeType: 'image/png', created: 1 }] as never);
    const elements = [
      { ...IMAGE, ...SHAPE, x: SHAPE.x + 200, y: SHAPE.y + 120, version: 1, versionNonce: 1, seed: 1, roundness: null },
    ] as never;
    api.updateScene({
      elements,
      appState: { viewBackgroundColor: 'transparent', scrollX: 0, scrollY: 0 } as never,
      captureUpdate: 'NEVER',
    });
    api.history.clear();
    await until(isShapeDrawn);
  },
  async openPhoto(url) {
    const photo = new Image();
    photo.src = url;
    await photo.decode();
    const canvas = newCanvas(photo.naturalWidth, photo.naturalHeight);
    contextOf(canvas).drawImage(photo, 0, 0);
    api.addFiles([{ id: 'photo-file', dataURL: canvas.toDataURL('image/jpeg'), mimeType: 'image/jpeg', created: 1 }] as never);
    const place = { x: 300, y: 100, width: canvas.width, height: canvas.height };
    const elements = [
      { ...IMAGE, ...place, id: 'photo', fileId: 'photo-file', version: 1, versionNonce: 1, seed: 1, roundness: null },
    ] as never;
    api.updateScene({
      elements,
      appState: { viewBackgroundColor: '#ffffff', scrollX: 0, scrollY: 0 } as never,
      captureUpdate: 'NEVER',
    });
    await until(() => isPhotoAt(place.x + 10, place.y + 10));
  },
  layers: async () => {
    await until(() => api.getSceneElements().every(hasItsPicture));
    const elements = api.getSceneElements();
    return Promise.all(
      elements.map(async (element) => {
        const canvas = await exportToCanvas({
          elements: [element],
          files: api.getFiles(),
          appState: { exportBackground: false },
          exportPadding: 0,
        });
        return { name: element.type, pixels: pixelsOf(canvas), place: { x: element.x, y: element.y } };
      }),
    );
  },
  /** Its export begins at the topmost and leftmost element. */
  async saved() {
    const elements = api.getSceneElements();
    const canvas = await exportToCanvas({ elements, files: api.getFiles(), appState: { exportBackground: false }, exportPadding: 0 });
    return { pixels: pixelsOf(canvas), place: { x: SHAPE.x + 200, y: SHAPE.y + 120 } };
  },
  chooseEmpty: () => api.updateScene({ elements: [], captureUpdate: 'NEVER' }),
  async undo() {
    const [button] = document.querySelectorAll<HTMLButtonElement>('button[data-testid="button-undo"], .undo-button-container button');
    const before = api.getSceneElements().length;
    await until(() => !button.disabled);
    button.click();
    await until(() => api.getSceneElements().length !== before);
  },
};
window.editorUnderTest = editorUnderTest;

/** While a dropped file is read, a square of this side stands for it. */
const PLACEHOLDER = 100;

function hasItsPicture({ width, height }: { width: number; height: number }): boolean {
  return width !== PLACEHOLDER || height !== PLACEHOLDER;
}

/** Pictures are decoded in Excalidraw's own time; until then it draws a sign for one. */
function isShapeDrawn(): boolean {
  const [canvas] = document.querySelectorAll<HTMLCanvasElement>('.excalidraw canvas.static');
  const drawn = canvas.getContext('2d')?.getImageData(SHAPE.x + 200, SHAPE.y + 120, SHAPE.width, SHAPE.height).data ?? [];
  return shapePixels.every((value, i) => i % 4 !== 3 || drawn[i] === value);
}

/** The photo is dark there, the sign for one that is being loaded is not. */
function isPhotoAt(x: number, y: number): boolean {
  const [canvas] = document.querySelectorAll<HTMLCanvasElement>('.excalidraw canvas.static');
  return (canvas.getContext('2d')?.getImageData(x, y, 1, 1).data[1] ?? 255) < 128;
}

async function until(condition: () => boolean): Promise<void> {
  const end = performance.now() + 3000;
  while (!condition() && performance.now() < end) await new Promise(requestAnimationFrame);
}
