import { signal } from '@preact/signals';
import type Konva from 'konva';
import type { StageAttributes } from '../../../src/editors/adapters/konva-attributes';
import { currentStage, pictureLayers, refreshRows, setStage, stageAttributes } from './document';

interface LayerState {
  layer: Konva.Layer;
  attributes: { name: string; visible: boolean; opacity: number; x: number; y: number };
}

/** What one undo step restores. Layers keep their nodes, so the list and its attributes are enough. */
interface Snapshot {
  layers: LayerState[];
  activeLayer: StageAttributes['activeLayer'];
  selection: StageAttributes['selection'];
}

let past: Snapshot[] = [];
let future: Snapshot[] = [];
let isRestoring = false;

export const canUndo = signal(false);
export const canRedo = signal(false);

/** Makes the document as it is now the first state; from here on, layers that anybody adds are undo steps. */
export function startHistory(): void {
  past = [takeSnapshot()];
  future = [];
  currentStage().on('add', () => {
    // Whoever added it may still move and name it in the same breath.
    if (!isRestoring) queueMicrotask(commit);
  });
  tell();
}

export function commit(): void {
  const snapshot = takeSnapshot();
  if (isSame(snapshot, past[past.length - 1])) return;
  past.push(snapshot);
  future = [];
  tell();
}

export function undo(): void {
  if (past.length < 2) return;
  future.push(past.pop() as Snapshot);
  restore(past[past.length - 1]);
}

export function redo(): void {
  const next = future.pop();
  if (!next) return;
  past.push(next);
  restore(next);
}

function takeSnapshot(): Snapshot {
  const { activeLayer, selection } = stageAttributes();
  return { activeLayer, selection, layers: pictureLayers().map((layer) => ({ layer, attributes: attributesOf(layer) })) };
}

function attributesOf(layer: Konva.Layer): LayerState['attributes'] {
  return { name: layer.name(), visible: layer.visible(), opacity: layer.opacity(), x: layer.x(), y: layer.y() };
}

function isSame(a: Snapshot, b: Snapshot): boolean {
  const textOf = ({ layers, activeLayer, selection }: Snapshot) =>
    JSON.stringify([layers.map(({ layer, attributes }) => [layer._id, attributes]), activeLayer, selection]);
  return textOf(a) === textOf(b);
}

function restore({ layers, activeLayer, selection }: Snapshot): void {
  isRestoring = true;
  for (const layer of pictureLayers()) layer.remove();
  layers.forEach(({ layer, attributes }, index) => {
    layer.setAttrs(attributes);
    currentStage().add(layer);
    layer.zIndex(index);
  });
  setStage({ activeLayer, selection });
  isRestoring = false;
  tell();
}

function tell(): void {
  canUndo.value = past.length > 1;
  canRedo.value = future.length > 0;
  currentStage().fire('historychange');
  refreshRows();
}
