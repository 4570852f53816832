import { signal } from '@preact/signals';
import { failureOf } from '../../protocol/failure';
import type { InboxItem } from '../../protocol/inbox';
import { loadImage } from '../../storage/images';
import { onInbox, takeFromInbox } from '../../storage/inbox';
import { showInHistory } from './history';
import { addOwnStyle } from './styles/own-styles';
import { selectStyleOf } from './styles/styles';
import { startJob } from './start-job';
import { captureLayer, showPagePicture, sourceError } from './source';

/** A picture that was read from the screen, and where all of it lies. */
export interface SmallPicture {
  task: 'content' | 'style';
  address: string;
  name: string;
}

/** Offered until it was read in full size, or something else was chosen. */
export const smallPicture = signal<SmallPicture | null>(null);

/** Takes what context menus hand over, also what came before the panel was open. Returns a function that stops it. */
export function followInbox(): () => void {
  const stop = onInbox(() => void empty());
  void empty();
  return stop;
}

async function empty(): Promise<void> {
  try {
    for (const item of await takeFromInbox()) await accept(item);
  } catch (error) {
    sourceError.value = failureOf(error).message;
  }
}

async function accept(item: InboxItem): Promise<void> {
  switch (item.kind) {
    case 'content':
      if (item.style) selectStyleOf(item.style.source);
      await showPagePicture(item);
      return offerFullSize('content', item);
    case 'style':
      await addOwnStyle(await loadImage(item.image), item.name);
      return offerFullSize('style', item);
    case 'capture':
      return captureLayer();
    case 'again':
      await captureLayer();
      return sourceError.value === null ? startJob() : undefined;
    case 'job':
      return showInHistory(item.id);
    case 'failure':
      sourceError.value = item.message;
  }
}

function offerFullSize(task: SmallPicture['task'], { fullSizeAt, name }: { fullSizeAt: string | null; name: string }): void {
  smallPicture.value = fullSizeAt === null ? null : { task, address: fullSizeAt, name };
}
