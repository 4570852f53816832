import { failureOf } from '../protocol/failure';
import type { OverlayOrder } from '../protocol/overlay-calls';
import { ask } from './ask';
import { findPicture } from './picture/find-picture';
import type { PagePicture } from './picture/page-picture';
import { takePicture } from './picture/take';
import { endPicking, pickPicture } from './pick-picture';
import { openQuick } from './quick';
import { hideNotice, showNotice } from './state';
import { translate } from '../texts/translate';

/** Does what a context menu asks for, and says in the page what became of it. */
export async function handleOrder(order: OverlayOrder): Promise<void> {
  try {
    endPicking();
    hideNotice();
    const picture = findPicture(order.srcUrl) ?? (await pickPicture());
    if (!picture) return;
    if (order.task === 'quick') await openQuick(picture, order);
    else await deliver(picture, order.task);
  } catch (error) {
    showNotice('error', failureOf(error).message);
  }
}

async function deliver(picture: PagePicture, task: 'content' | 'style'): Promise<void> {
  await ask('deliver', { task, picture: await takePicture(picture), name: picture.name, style: null });
  const { name } = picture;
  const isStyle = task === 'style';
  showNotice(
    'success',
    isStyle
      ? translate`“${name}” is among your styles in the Brushover panel.`
      : translate`“${name}” is ready to be stylised in the Brushover panel.`,
  );
}
