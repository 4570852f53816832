/** `--content picture.psd --layer "Name"`: a layer of a file of layers as content, and the file with the result above it. */
import { extname } from 'node:path';
import type { HeadlessResult } from '../../src/headless';
import { atLayerSize } from '../../src/picture-files/layers/at-layer-size';
import type { RgbaImage } from '../../src/nst/images/image';
import { resampleRgba } from '../../src/nst/images/resample';
import { encodeWhole } from '../../src/picture-files/encode';
import { isLayeredFile, layerNamed, openLayeredFile, type FileLayer, type LayeredFile } from '../../src/picture-files/layers/layered-file';
import { readChunks } from '../../src/picture-files/png/chunks';
import { decodePixels } from '../../src/picture-files/png/decode-png';
import { UserFacingError } from '../../src/protocol/failure';
import { UsageError } from './options';

const ENDINGS = ['.psd', '.psb', '.ora'];

export interface OpenedLayer {
  file: LayeredFile;
  layer: FileLayer;
  picture: RgbaImage;
}

/** Whether a result goes back into a file of layers. */
export function isLayeredName(path: string): boolean {
  return ENDINGS.includes(extname(path).toLowerCase());
}

/** Null for an ordinary picture. Throws UsageError, which lists the layers where none was named. */
export async function openLayer(path: string, bytes: Buffer, name: string | null): Promise<OpenedLayer | null> {
  if (!isLayeredFile(bytes)) {
    if (name !== null) throw new UsageError(`--layer goes with a file of layers; ${path} is none.`);
    return null;
  }
  try {
    const file = (await openLayeredFile(bytes, path))!;
    const layer = layerNamed(file.layers, name);
    return { file, layer, picture: file.pictureOf(layer) };
  } catch (error) {
    if (error instanceof UserFacingError) throw new UsageError(`--layer: ${error.message}`);
    throw error;
  }
}

export async function pngOfLayer({ picture }: OpenedLayer): Promise<Buffer> {
  return Buffer.from(await encodeWhole(picture).arrayBuffer());
}

/** The document with the result, at the layer's size, right above the layer. */
export async function withResult(
  { file, layer, picture }: OpenedLayer,
  result: HeadlessResult,
  isMasked: boolean,
  name: string,
): Promise<Buffer> {
  const { width, height, data } = await decodePixels(readChunks(Buffer.from(result.image, 'base64')));
  const generated = { width, height, data: new Uint8ClampedArray(data) };
  const whole = isMasked ? resampleRgba(generated, picture.width, picture.height) : atLayerSize(picture, generated);
  return Buffer.from(await file.withLayerAbove(layer, whole, name));
}
