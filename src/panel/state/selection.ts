import { computed, signal } from '@preact/signals';
import type { Rectangle } from '../../nst/engines/engine';
import type { CapturedLayer, ImageRef } from '../../protocol/layer';
import { UserFacingError } from '../../protocol/failure';
import { storeImage } from '../../storage/images';
import { source } from './source';

/** Whether the editor's selection limits the change. */
export const onlySelection = signal(true);

export const hasSelection = computed(() => {
  const layer = source.value?.layer;
  return layer ? layer.selectionMask !== null || selectedPart(layer) !== null : false;
});

/** The job's mask: the selection's own shape, or its rectangle; null means the whole layer. */
export async function selectionMask(layer: CapturedLayer | null): Promise<ImageRef | null> {
  if (!layer || !onlySelection.value) return null;
  if (layer.selectionMask) return layer.selectionMask;
  const part = selectedPart(layer);
  return part && storeImage(await drawMask(layer, part));
}

/** The selection in the layer's pixels; null if none of it lies on the layer. */
export function selectedPart({ selection, x, y, width, height }: CapturedLayer): Rectangle | null {
  if (!selection) return null;
  const left = Math.max(0, selection.x - x);
  const top = Math.max(0, selection.y - y);
  const right = Math.min(width, selection.x + selection.width - x);
  const bottom = Math.min(height, selection.y + selection.height - y);
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : null;
}

/** White on transparent: brightness times alpha is the selection. */
function drawMask({ width, height }: CapturedLayer, part: Rectangle): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context)
    throw new UserFacingError('out-of-memory', 'There is not enough memory for the selection; switch “Only the selection” off.');
  context.fillStyle = '#ffffff';
  context.fillRect(part.x, part.y, part.width, part.height);
  return canvas.convertToBlob();
}
