/** The real Painterro, its instance in a global as in its own demo. */
import { DOCUMENT, type EditorUnderTest } from '../editor-under-test';
import { pixelsOf, pixelsOfFile, shapeSheet } from '../test-canvas';

interface PainterroInstance {
  canvas: HTMLCanvasElement;
  ctx: CanvasRenderingContext2D;
  show(): PainterroInstance;
  save(): void;
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

let written = '';

const painterro = Painterro({
  id: 'editor',
  defaultSize: `${DOCUMENT.width}x${DOCUMENT.height}`,
  backgroundFillColor: '#000000',
  backgroundFillColorAlpha: 0,
  saveHandler(image: { asDataURL(type: string): string }, done: (hide: boolean) => void) {
    written = image.asDataURL('image/png');
    done(false);
  },
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
  async saved() {
    if (painterro.select.imagePlaced) painterro.select.finishPlacing();
    painterro.save();
    return { pixels: await pixelsOfFile(written) };
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
  resize(width, height) {
    const before = painterro.ctx.getImageData(0, 0, painterro.canvas.width, painterro.canvas.height);
    painterro.resize(width, height);
    painterro.ctx.putImageData(before, 0, 0);
  },
};
window.editorUnderTest = editorUnderTest;
