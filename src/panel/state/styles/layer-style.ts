import { signal } from '@preact/signals';
import { call } from '../../../protocol/messages';
import { loadImage } from '../../../storage/images';
import { addOwnStyle } from './own-styles';
import { showingStyleError } from './styles';
import { targetTabId } from '../target-tab';

export const isCapturingStyle = signal(false);

/** The editor's current layer becomes a style; the content stays what it was. */
export async function addLayerAsStyle(): Promise<void> {
  isCapturingStyle.value = true;
  try {
    await showingStyleError(async () => {
      const { image, layerName } = await call('background', 'captureLayer', { tabId: await targetTabId() });
      await addOwnStyle(await loadImage(image), layerName);
    });
  } finally {
    isCapturingStyle.value = false;
  }
}
