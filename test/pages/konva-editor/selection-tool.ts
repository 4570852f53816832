import Konva from 'konva';
import { currentStage, documentSize, setStage, stageAttributes } from './document';
import { commit } from './history';

/** Draws the selection as a dashed rectangle above all layers, and lets a drag change it while `isOn()`. */
export function installSelectionTool(isOn: () => boolean): void {
  const stage = currentStage();
  const outline = selectionOutline();
  const layer = new Konva.Layer({ isInterface: true, listening: false });
  layer.add(...outline);
  stage.add(layer);
  const show = () => {
    layer.moveToTop();
    showSelection(outline);
  };
  let start: { x: number; y: number } | null = null;
  stage.on('pointerdown', () => {
    start = isOn() ? stage.getRelativePointerPosition() : null;
  });
  stage.on('pointermove', () => {
    const end = start && stage.getRelativePointerPosition();
    if (!start || !end) return;
    setStage({ selection: rectangleBetween(start, end) });
    show();
  });
  stage.on('pointerup', () => {
    if (start) commit();
    start = null;
  });
  stage.on('historychange', show);
}

export function clearSelection(): void {
  setStage({ selection: null });
  commit();
}

function selectionOutline(): Konva.Rect[] {
  const line = { strokeScaleEnabled: false, strokeWidth: 1.5 };
  return [new Konva.Rect({ ...line, stroke: '#fff' }), new Konva.Rect({ ...line, stroke: '#111', dash: [5, 5] })];
}

function showSelection(outline: Konva.Rect[]): void {
  const { selection } = stageAttributes();
  for (const rectangle of outline) rectangle.setAttrs({ visible: Boolean(selection), ...selection });
}

function rectangleBetween(a: { x: number; y: number }, b: { x: number; y: number }) {
  const { width, height } = documentSize.value;
  const inside = (value: number, size: number) => Math.round(Math.min(size, Math.max(0, value)));
  const [left, right] = [inside(a.x, width), inside(b.x, width)].sort((p, q) => p - q);
  const [top, bottom] = [inside(a.y, height), inside(b.y, height)].sort((p, q) => p - q);
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : null;
}
