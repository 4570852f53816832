import type { RgbaImage } from '../../nst/images/image';
import { UserFacingError } from '../../protocol/failure';

/** A layer with pixels, in a file of layers. */
export interface FileLayer {
  /** "Group/Name"; the names alone need not be different. */
  path: string;
  /** Of its picture's upper left corner in the document. */
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A document of another program, whose layers can be taken and added to. */
export interface LayeredFile {
  /** The topmost first, as programs list them. */
  readonly layers: readonly FileLayer[];
  /** Its own pixels, with its mask as part of alpha. */
  pictureOf(layer: FileLayer): RgbaImage;
  /** The document with one layer more, right above that one, of its size and at its place; everything else is kept. */
  withLayerAbove(layer: FileLayer, picture: RgbaImage, name: string): Promise<Uint8Array>;
}

/** Null for a file of another kind. Rejects with a UserFacingError where it is one that can't be read. */
export async function openLayeredFile(bytes: Uint8Array, what: string): Promise<LayeredFile | null> {
  try {
    // Their readers are loaded with the first such file.
    if (isPsd(bytes)) return (await import('./psd')).openPsd(bytes);
    if (isOpenRaster(bytes)) return (await import('./openraster')).openOpenRaster(bytes);
    return null;
  } catch (error) {
    if (error instanceof UserFacingError) throw error;
    throw new UserFacingError(
      'damaged-layers',
      `${what} can't be read as a file of layers: it is damaged, or of a kind that is not known here.`,
    );
  }
}

export function isLayeredFile(bytes: Uint8Array): boolean {
  return isPsd(bytes) || isOpenRaster(bytes);
}

function isPsd(bytes: Uint8Array): boolean {
  return latin1(bytes, 0, 4) === '8BPS';
}

/** A ZIP whose first entry says so, stored as it is (OpenRaster, "File Layout"). */
function isOpenRaster(bytes: Uint8Array): boolean {
  return latin1(bytes, 0, 4) === 'PK\x03\x04' && latin1(bytes, 30, 54) === 'mimetypeimage/openraster';
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

/** The one layer of that path, or of that name where it is nobody else's. Throws a UserFacingError that lists them. */
export function layerNamed(layers: readonly FileLayer[], wanted: string | null): FileLayer {
  if (layers.length === 0) throw new UserFacingError('no-layers', 'This file has no layer with pixels; paint one first.');
  const [only] = layers;
  if (wanted === null && layers.length === 1 && only) return only;
  const nameOf = ({ path }: FileLayer): string => path.slice(path.lastIndexOf('/') + 1);
  const found = [layers.filter(({ path }) => path === wanted), layers.filter((layer) => nameOf(layer) === wanted)].find(
    (some) => some.length > 0,
  );
  if (found?.length === 1 && found[0]) return found[0];
  const list = layers.map(({ path }) => `“${path}”`).join(', ');
  const problem = found
    ? `There are several layers called “${wanted}”`
    : wanted === null
      ? 'Say which layer'
      : `There is no layer “${wanted}”`;
  throw new UserFacingError('which-layer', `${problem}; the file has ${list}.`);
}
