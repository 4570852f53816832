/** The real Painterro, its instance in a global as in its own demo. */
import { DOCUMENT, type EditorUnderTest } from '../editor-under-test';
import { pixelsOf, shapeSheet } from '../test-canvas';

interface PainterroInstance {
  canvas: HTMLCanvasElement;
  ctx: CanvasRenderingContext2D;
  show(): PainterroInstance;
  hide(): void;
  adjustSizeFull(): void;
  resize(width: number, height: number): void;
  worklog: { captureState(initial?: boolean): void; undoState(): void };
  select: {
    finishPlacing(): void;
    imagePlaced: boolean;
    getScale(): number;
    setLeft(pixels: number): void;
    setTop(pixels: number): void;
    setRight(pixels: number): void;
    setBottom(pixels: number): void;
    show(): void;
    hide(): void;
    reCalcCropperCords(): void;
    activate(): void;
  };
}
declare const Painterro: (options: object) => PainterroInstance;

const painterro = Painterro({
  id: 'editor',
  defaultSize: `${DOCUMENT.width}x${DOCUMENT.height}`,
  backgroundFillColor: '#000000',
  backgroundFillColorAlpha: 0,
}).show();
Object.assign(window, { painterro });

const editorUnderTest: EditorUnderTest = {
  async open() {
    painterro.resize(DOCUMENT.width, DOCUMENT.height);
    painterro.ctx.clearRect(0, 0, DOCUMENT.width, DOCUMENT.height);
    painterro.ctx.drawImage(shapeSheet(), 0, 0);
    painterro.worklog.captureState(true);
    painterro.select.imagePlaced = false;
    painterro.select.hide();
  },
  async openPhoto(url) {
    const photo = new Image();
    photo.src = url;
    await photo.decode();
    painterro.resize(photo.naturalWidth, photo.naturalHeight);
    painterro.ctx.drawImage(photo, 0, 0);
    painterro.adjustSizeFull();
  },
  layers() {
    if (painterro.select.imagePlaced) painterro.select.finishPlacing();
    return [{ name: 'Canvas', pixels: pixelsOf(painterro.canvas) }];
  },
  undo: () => painterro.worklog.undoState(),
  select(area) {
    const { select, canvas } = painterro;
    const scale = select.getScale();
    select.activate();
    select.setLeft(area.x * scale);
    select.setTop(area.y * scale);
    select.setRight((canvas.width - area.x - area.width) * scale);
    select.setBottom((canvas.height - area.y - area.height) * scale);
    select.show();
    select.reCalcCropperCords();
  },
  chooseEmpty: () => painterro.ctx.clearRect(0, 0, painterro.canvas.width, painterro.canvas.height),
  close: () => painterro.hide(),
  resize: (width, height) => painterro.resize(width, height),
};
window.editorUnderTest = editorUnderTest;
