import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';

/** There once they are loaded. */
export const zoomButtons = signal<ComponentType | null>(null);

/** Loads the zoom when there is a picture to look at; nobody waits for it. Returns a function that ends it. */
export function startZoom(stage: HTMLElement): () => void {
  let isOver = false;
  let end = (): void => undefined;
  const start = async (): Promise<void> => {
    const [{ followGestures }, { ZoomButtons }] = await Promise.all([import('./stage-gestures'), import('./ZoomButtons')]);
    if (isOver) return;
    zoomButtons.value = ZoomButtons;
    end = followGestures(stage);
  };
  // Without it the picture is there all the same.
  start().catch(() => undefined);
  return () => {
    isOver = true;
    end();
  };
}
