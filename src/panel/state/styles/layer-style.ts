import { signal } from '@preact/signals';
import { loadImage } from '../../../storage/images';
import { captureWithPatience } from '../capture';
import { targetTabId } from '../target-tab';
import { addOwnStyle } from './own-styles';
import { showingStyleError } from './styles';

export const isCapturingStyle = signal(false);

/** The editor's current layer becomes a style; the content stays what it was. */
export async function addLayerAsStyle(): Promise<void> {
  isCapturingStyle.value = true;
  try {
    await showingStyleError(async () => {
      const { image, layerName } = await captureWithPatience({ tabId: await targetTabId() });
      await addOwnStyle(await loadImage(image), layerName);
    });
  } finally {
    isCapturingStyle.value = false;
  }
}
