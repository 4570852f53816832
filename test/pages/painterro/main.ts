/** The real Painterro, its instance in a global as in its own demo. */
import { DOCUMENT, type EditorUnderTest } from '../editor-under-test';
import { pixelsOf, shapeSheet } from '../test-canvas';

interface PainterroInstance {
  canvas: HTMLCanvasElement;
  ctx: CanvasRenderingContext2D;
  show(): PainterroInstance;
  resize(width: number, height: number): void;
  worklog: { captureState(initial?: boolean): void; undoState(): void };
  select: { finishPlacing(): void; imagePlaced: boolean };
}
declare const Painterro: (options: object) => PainterroInstance;

const painterro = Painterro({ id: 'editor', defaultSize: `${DOCUMENT.width}x${DOCUMENT.height}`, backgroundFillColor: '#000000', backgroundFillColorAlpha: 0 }).show();
Object.assign(window, { painterro });

const editorUnderTest: EditorUnderTest = {
  async open() {
    painterro.resize(DOCUMENT.width, DOCUMENT.height);
    painterro.ctx.clearRect(0, 0, DOCUMENT.width, DOCUMENT.height);
    painterro.ctx.drawImage(shapeSheet(), 0, 0);
    painterro.worklog.captureState(true);
  },
  layers() {
    if (painterro.select.imagePlaced) painterro.select.finishPlacing();
    return [{ name: 'Canvas', pixels: pixelsOf(painterro.canvas) }];
  },
  undo: () => painterro.worklog.undoState(),
  resize: (width, height) => painterro.resize(width, height),
};
window.editorUnderTest = editorUnderTest;
