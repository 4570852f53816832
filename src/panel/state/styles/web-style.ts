import { signal } from '@preact/signals';
import { fileNameOf } from '../../../addresses/file-name-of';
import { addOwnStyle } from './own-styles';
import { smallPicture } from '../inbox';
import { openImage, sourceError } from '../source';
import { showingStyleError, styleError } from './styles';
import { addressOf, fetchAllowed, fetchOpenly } from '../../../picture-files/from-web';

/** An address whose host has to be allowed first. */
export const closedAddress = signal<string | null>(null);
export const isFetching = signal(false);

/** Adds the picture at an address; resolves to whether that worked. */
export async function addStyleFromWeb(text: string): Promise<boolean> {
  closedAddress.value = null;
  return fetching(async () => {
    const address = addressOf(text);
    const picture = await fetchOpenly(address);
    if (picture) await addOwnStyle(picture, nameOf(address));
    else closedAddress.value = address;
  });
}

/** In answer to a click: the browser asks the user about this host alone. */
export async function allowAndAdd(): Promise<boolean> {
  const address = closedAddress.value;
  if (!address) return false;
  return fetching(async () => {
    const picture = await fetchAllowed(address);
    closedAddress.value = null;
    await addOwnStyle(picture, nameOf(address));
  });
}

/** Replaces a picture that was read from the screen by all of it. */
export async function readFullSize(): Promise<void> {
  const small = smallPicture.value;
  if (!small) return;
  await fetching(async () => {
    const picture = await fetchAllowed(small.address);
    smallPicture.value = null;
    if (small.task === 'content') await openImage(picture, small.name);
    else await addOwnStyle(picture, small.name);
  });
  if (small.task === 'content' && styleError.value) [sourceError.value, styleError.value] = [styleError.value, null];
}

async function fetching(action: () => Promise<void>): Promise<boolean> {
  isFetching.value = true;
  // The action may have a sentence of its own to say, which must stay.
  let failed = false;
  try {
    await showingStyleError(async () => {
      await action();
      failed = styleError.value !== null;
    });
  } finally {
    isFetching.value = false;
  }
  return !failed && styleError.value === null && closedAddress.value === null;
}

function nameOf(address: string): string {
  return fileNameOf(address) || new URL(address).host;
}
