/** Masks without a browser. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { HeadlessRequest } from '../../src/headless';
import type { RgbaImage } from '../../src/nst/images/image';
import { maskOfPicture } from '../../src/nst/masks/mask-of-picture';
import { startPreviewBackend } from '../../src/nst/preview/start-backend';
import { readPicture } from './read-picture';

/** A file's, or what is found in the content. Throws UsageError and MaskError. */
export async function readMask(mask: NonNullable<HeadlessRequest['mask']>, content: RgbaImage, what: string): Promise<RgbaImage> {
  if (typeof mask === 'string') return readPicture(mask, what);
  await startPreviewBackend(`${dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'))}/`);
  return maskOfPicture(async (file) => Uint8Array.from(await readFile(file)).buffer, content, mask.find);
}
