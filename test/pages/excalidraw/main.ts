/** The real Excalidraw, as the app at excalidraw.com mounts it. */
import { Excalidraw, exportToCanvas } from '@excalidraw/excalidraw';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { SHAPE, type EditorUnderTest } from '../editor-under-test';
import { pixelsOf, shapeCanvas } from '../test-canvas';

type Api = Parameters<NonNullable<Parameters<typeof Excalidraw>[0]['excalidrawAPI']>>[0];

const api = await new Promise<Api>((excalidrawAPI) => {
  const root = document.getElementById('root');
  if (root) createRoot(root).render(createElement(Excalidraw, { excalidrawAPI }));
});

const IMAGE = { id: 'shape', type: 'image', fileId: 'shape-file', status: 'saved', angle: 0, opacity: 100, scale: [1, 1], isDeleted: false, groupIds: [], boundElements: null };

const editorUnderTest: EditorUnderTest = {
  async open() {
    api.addFiles([{ id: 'shape-file', dataURL: shapeCanvas().toDataURL(), mimeType: 'image/png', created: 1 }] as never);
    const elements = [{ ...IMAGE, ...SHAPE, x: SHAPE.x + 200, y: SHAPE.y + 120, version: 1, versionNonce: 1, seed: 1, roundness: null }] as never;
    api.updateScene({ elements, appState: { viewBackgroundColor: 'transparent', scrollX: 0, scrollY: 0 } as never, captureUpdate: 'NEVER' as never });
    api.history.clear();
  },
  layers: async () => {
    const elements = api.getSceneElements();
    return Promise.all(
      elements.map(async (element) => {
        const canvas = await exportToCanvas({ elements: [element], files: api.getFiles(), appState: { exportBackground: false }, exportPadding: 0 });
        return { name: element.type, pixels: pixelsOf(canvas) };
      }),
    );
  },
  undo() {
    const [button] = document.querySelectorAll<HTMLButtonElement>('button[data-testid="button-undo"], .undo-button-container button');
    button.click();
  },
};
window.editorUnderTest = editorUnderTest;
