import { signal } from '@preact/signals';
import Konva from 'konva';
import type { StageAttributes } from '../../../src/editors/adapters/konva-attributes';

/** One row of the layer list. */
export interface LayerRow {
  layer: Konva.Layer;
  name: string;
  visible: boolean;
  opacity: number;
  active: boolean;
}

/** Top layer first, as the list shows them. */
export const rows = signal<LayerRow[]>([]);
export const documentSize = signal({ width: 0, height: 0 });

let stage: Konva.Stage;

export function createDocument(container: HTMLDivElement, name: string, width: number, height: number): Konva.Stage {
  stage = new Konva.Stage({ container, width, height });
  setStage({ documentName: name, documentWidth: width, documentHeight: height, activeLayer: null, selection: null, hasUndo: true });
  documentSize.value = { width, height };
  return stage;
}

export function currentStage(): Konva.Stage {
  return stage;
}

export function setStage(attributes: StageAttributes): void {
  stage.setAttrs(attributes);
}

export function stageAttributes(): StageAttributes {
  return stage.getAttrs() as StageAttributes;
}

export function pictureLayers(): Konva.Layer[] {
  return stage.getLayers().filter((layer) => !layer.getAttr('isInterface'));
}

export function activeLayer(): Konva.Layer | null {
  return pictureLayers().find((layer) => layer.id() === stageAttributes().activeLayer) ?? null;
}

let created = 0;

export function createLayer(name: string, ...nodes: (Konva.Shape | Konva.Group)[]): Konva.Layer {
  const layer = new Konva.Layer({ id: `layer-${++created}`, name });
  if (nodes.length > 0) layer.add(...nodes);
  return layer;
}

export function refreshRows(): void {
  const active = activeLayer();
  rows.value = pictureLayers()
    .map((layer) => ({ layer, name: layer.name(), visible: layer.visible(), opacity: layer.opacity(), active: layer === active }))
    .reverse();
}
