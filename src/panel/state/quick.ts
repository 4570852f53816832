import { signal } from '@preact/signals';
import { insertionOf, type ImageRef } from '../../protocol/layer';
import { failureOf, UserFacingError } from '../../protocol/failure';
import { loadImage } from '../../storage/images';
import { askPreview } from './ask-preview';
import { insert } from './insert';
import { mixedStyles } from './styles/mix';
import { previewOrder, requestOf } from './preview';
import { rememberStyles } from './styles/recent-styles';
import { saveFile } from '../../ui/save-file';
import { source } from './source';
import { translate } from '../../texts/translate';

/** The networks' longest side. */
const QUICK_SIDE = 1024;

export const isApplying = signal(false);
/** What became of the last one, and of which content and choice it was. */
export const quickOutcome = signal<string | null>(null);
export const quickError = signal<string | null>(null);

/** Puts the preview itself into the editor as a new layer; without an editor it is downloaded. */
export function applyPreview(): Promise<void> {
  return applying(async () => {
    const layer = source.value?.layer ?? null;
    const name = quickName();
    const image = await paintPreview();
    rememberStyles(mixedStyles.value.map(({ style }) => style));
    if (!layer) {
      saveFile(await loadImage(image), `${fileName()}.png`);
      return translate`Saved as ${fileName()}.png.`;
    }
    const { message } = await insert(insertionOf(layer, image, name));
    return message;
  });
}

/** The preview in the largest size, stored. */
export async function paintPreview(): Promise<ImageRef> {
  const order = previewOrder.value;
  if (!order) throw new UserFacingError('no-source', 'Capture a layer or open an image first.');
  const { image } = await askPreview(await requestOf(order, QUICK_SIDE, true));
  if (!image) throw new UserFacingError('no-picture', 'The preview was not kept; try it once more.');
  return image;
}

function quickName(): string {
  return translate`Brushover · ${mixedStyles.value.map(({ style }) => style.name).join(' + ')} (quick)`;
}

function fileName(): string {
  return ['brushover', ...mixedStyles.value.map(({ style }) => style.name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-'))].join('-');
}

async function applying(action: () => Promise<string>): Promise<void> {
  if (isApplying.value) return;
  isApplying.value = true;
  quickError.value = null;
  quickOutcome.value = null;
  try {
    quickOutcome.value = await action();
  } catch (error) {
    quickError.value = failureOf(error).message;
  } finally {
    isApplying.value = false;
  }
}
