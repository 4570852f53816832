import { signal } from '@preact/signals';
import { activeLayer, currentStage } from './document';
import { commit } from './history';

export type Tool = 'move' | 'select';

export const tool = signal<Tool>('move');

/** Drags the current layer while the move tool is on. */
export function installMoveTool(): void {
  const stage = currentStage();
  let grip: { x: number; y: number } | null = null;
  stage.on('pointerdown', () => {
    const layer = activeLayer();
    const pointer = stage.getRelativePointerPosition();
    grip = tool.value === 'move' && layer && pointer ? { x: pointer.x - layer.x(), y: pointer.y - layer.y() } : null;
  });
  stage.on('pointermove', () => {
    const pointer = stage.getRelativePointerPosition();
    if (grip && pointer) activeLayer()?.position({ x: Math.round(pointer.x - grip.x), y: Math.round(pointer.y - grip.y) });
  });
  stage.on('pointerup', () => {
    if (grip) commit();
    grip = null;
  });
}
