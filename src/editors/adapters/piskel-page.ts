/** What is used of Piskel's globals. */
interface PiskelFrame {
  getWidth(): number;
}

export interface PiskelLayer {
  getName(): string;
  /** 0 … 1 */
  getOpacity(): number;
  getFrameAt(index: number): PiskelFrame;
  addFrame(frame: PiskelFrame): void;
}

interface Controller {
  getWidth(): number;
  getHeight(): number;
  /** Bottom first. */
  getLayers(): PiskelLayer[];
  getCurrentLayer(): PiskelLayer;
  getCurrentLayerIndex(): number;
  setCurrentLayerIndex(index: number): void;
  getCurrentFrameIndex(): number;
  getFrameCount(): number;
  getPiskel(): { addLayerAt(layer: PiskelLayer, index: number): void; getDescriptor(): { name: string } };
}

interface Model {
  app: {
    piskelController: Controller;
    /** `pixels` are those that are selected, of any shape. */
    selectionManager: { currentSelection: { pixels: { col: number; row: number }[] } | null };
  };
  model: { Layer: new (name: string) => PiskelLayer; Frame: new (width: number, height: number) => PiskelFrame };
  utils: {
    FrameUtils: {
      drawToCanvas(frame: PiskelFrame, canvas: HTMLCanvasElement, transparentColor: undefined, opacity: number): void;
      /** Older ones make every pixel opaque or clear, unless told. */
      createFromImage(image: HTMLCanvasElement, preserveOpacity: boolean): PiskelFrame;
    };
  };
}

/** What is current when a step of the history is undone. */
interface HistoryState {
  frameIndex: number;
  layerIndex: number;
}

export interface Piskel {
  model: Model;
  controller: Controller;
  /** Makes one step of the history of all that was changed since the last. */
  save(state: HistoryState): void;
}

interface PiskelWindow {
  pskl?: Partial<Model>;
  $?: { publish?(event: string, action: object): void };
  Events?: { PISKEL_SAVE_STATE?: string };
}

export function findPiskel(): Piskel | null {
  const { pskl, $, Events } = window as unknown as PiskelWindow;
  const event = Events?.PISKEL_SAVE_STATE;
  if (!pskl?.app?.piskelController || !pskl.model || !pskl.utils || !$?.publish || !event) return null;
  const save = (state: HistoryState) => $.publish?.(event, { type: 'SNAPSHOT', state });
  return { model: pskl as Model, controller: pskl.app.piskelController, save };
}

/** Undo makes every layer anew, so that nothing but its name tells which it is; files may hold several of one name. */
export function keyOf(layer: PiskelLayer, layers: readonly PiskelLayer[]): string {
  const namesakes = layers.filter((each) => each.getName() === layer.getName());
  return `${namesakes.indexOf(layer)} ${layer.getName()}`;
}
