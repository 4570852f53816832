import type { HeadlessRequest } from '../../src/headless';
import { FINDABLE, type Findable } from '../../src/nst/masks/findable';
import { readPicture } from './files';

/** "faces", "subject" or "background"; a file of such a name is written "./faces". */
function isFindable(text: string): text is Findable {
  return (FINDABLE as readonly string[]).includes(text);
}

/** A file's picture, or what is to be found in each content. */
export async function readMask(flag: 'mask' | 'keep-mask', text: string | null): Promise<HeadlessRequest['mask']> {
  if (text === null) return null;
  return isFindable(text) ? { find: text } : (await readPicture(flag, text)).toString('base64');
}

/** Whether a flag names a file. */
export function maskFile(text: string | null): string | null {
  return text === null || isFindable(text) ? null : text;
}
