import { contextOf, groundCanvas, newCanvas, shapeSheet } from '../test-canvas';
import { DOCUMENT, GROUND_NAME, SHAPE_NAME, type Area } from '../editor-under-test';

/** As scripts see it; `layers[0]` is the topmost. */
export interface MockLayer {
  name: string;
  visible: boolean;
  allLocked?: boolean;
  typename: 'ArtLayer' | 'LayerSet';
  /** Of the document's size; null in groups. */
  sheet: HTMLCanvasElement | null;
  layers?: MockLayer[];
  parent: MockLayer | MockDocument;
}

interface HistoryState {
  layers: { layer: MockLayer; name: string; visible: boolean }[];
  active: MockLayer;
}

/** A document as Photopea's scripts know it, with what they use of it. */
export class MockDocument {
  readonly typename = 'Document';
  name = 'holiday | 1.psd';
  width = DOCUMENT.width;
  height = DOCUMENT.height;
  selected: Area | null = null;
  readonly layers: MockLayer[] = [];
  readonly history: HistoryState[] = [];
  private active: MockLayer;

  constructor(private readonly send: (file: ArrayBuffer) => void) {
    const ground = this.layerOf(GROUND_NAME, groundCanvas());
    this.active = this.layerOf(SHAPE_NAME, shapeSheet());
    this.layers.push(this.active, ground);
    this.remember();
  }

  get activeLayer(): MockLayer {
    return this.active;
  }

  set activeLayer(layer: MockLayer) {
    this.active = layer;
  }

  get activeHistoryState(): HistoryState {
    return this.history[this.history.length - 1];
  }

  set activeHistoryState({ layers, active }: HistoryState) {
    this.layers.splice(0, Infinity, ...layers.map(({ layer }) => layer));
    for (const { layer, name, visible } of layers) Object.assign(layer, { name, visible });
    this.active = active;
  }

  get selection() {
    const area = this.selected;
    if (!area)
      return {
        get bounds(): never {
          throw new Error('no selection');
        },
      };
    return { bounds: [area.x, area.y, area.x + area.width, area.y + area.height].map((value) => ({ value })) };
  }

  saveToOE(format: string): void {
    if (format !== 'png') throw new Error('unknown format');
    const url = this.flatten().toDataURL('image/png');
    this.send(Uint8Array.from(atob(url.split(',')[1]), (char) => char.charCodeAt(0)).buffer);
  }

  add(name: string, sheet: HTMLCanvasElement | null, typename: MockLayer['typename'] = 'ArtLayer'): MockLayer {
    const layer = { ...this.layerOf(name, sheet), typename, ...(typename === 'LayerSet' ? { layers: [] } : {}) };
    this.layers.splice(Math.max(0, this.layers.indexOf(this.active)), 0, layer);
    this.active = layer;
    this.remember();
    return layer;
  }

  deleteCurrent(): void {
    this.layers.splice(this.layers.indexOf(this.active), 1);
    this.active = this.layers[0];
    this.remember();
  }

  remember(): void {
    this.history.push({ active: this.active, layers: this.layers.map((layer) => ({ layer, name: layer.name, visible: layer.visible })) });
  }

  undo(): void {
    if (this.history.length > 1) this.history.pop();
    this.activeHistoryState = this.activeHistoryState;
  }

  flatten(): HTMLCanvasElement {
    const canvas = newCanvas(this.width, this.height);
    for (const { visible, sheet } of [...this.layers].reverse()) if (visible && sheet) contextOf(canvas).drawImage(sheet, 0, 0);
    return canvas;
  }

  private layerOf(name: string, sheet: HTMLCanvasElement | null): MockLayer {
    return { name, visible: true, typename: 'ArtLayer', sheet, parent: this };
  }
}
