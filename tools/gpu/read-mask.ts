/** Masks without a browser. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { HeadlessRequest } from '../../src/headless';
import type { RgbaImage } from '../../src/nst/images/image';
import { maskOfPicture } from '../../src/nst/masks/mask-of-picture';
import { startPreviewBackend } from '../../src/nst/preview/start-backend';
import { inPackage, readExtensionFile } from '../package-root';
import { readPicture } from './read-picture';

/** Where the built extension has TensorFlow.js' WebAssembly: an installed package has it nowhere else. */
const BUILT_ENGINE = inPackage('dist/chrome/engines/tfjs');

/** A file's, or what is found in the content. Throws UsageError and MaskError. */
export async function readMask(mask: NonNullable<HeadlessRequest['mask']>, content: RgbaImage, what: string): Promise<RgbaImage> {
  if (typeof mask === 'string') return readPicture(mask, what);
  await startPreviewBackend(`${engineFolder()}/`);
  return maskOfPicture(readExtensionFile, content, mask.find);
}

function engineFolder(): string {
  return existsSync(BUILT_ENGINE) ? BUILT_ENGINE : dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'));
}
