import { signal } from '@preact/signals';
import { currentStage, documentSize } from './document';

export const zoom = signal(1);

/** Shows the whole document; small ones up to twice their size. */
export function fitDocument(room: HTMLElement): void {
  const { width, height } = documentSize.value;
  const padding = 72;
  zoomTo(Math.min(2, (room.clientWidth - padding) / width, (room.clientHeight - padding) / height));
}

export function zoomTo(scale: number): void {
  const { width, height } = documentSize.value;
  zoom.value = Math.min(8, Math.max(0.1, scale));
  const stage = currentStage();
  stage.size({ width: width * zoom.value, height: height * zoom.value });
  stage.scale({ x: zoom.value, y: zoom.value });
}
