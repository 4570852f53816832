import type { GeoTIFFImage } from 'geotiff';
import { UserFacingError } from '../../protocol/failure';

/** What a TIFF's numbers are (TIFF 6.0, sections 3 to 6, 16, 18, 21). */
export interface TiffKind {
  space: 'grey' | 'rgb' | 'palette' | 'cmyk' | 'ycbcr';
  /** 0 is white. */
  isInverted: boolean;
  bits: number;
  isFloat: boolean;
  alpha: 'none' | 'straight' | 'premultiplied';
  /** Which samples of a pixel are read, in this order: its colours, then its alpha. */
  samples: readonly number[];
  compression: number;
}

const PHOTOMETRIC: Readonly<Record<number, TiffKind['space']>> = { 0: 'grey', 1: 'grey', 2: 'rgb', 3: 'palette', 5: 'cmyk', 6: 'ycbcr' };
const COLORS: Readonly<Record<TiffKind['space'], number>> = { grey: 1, rgb: 3, palette: 1, cmyk: 4, ycbcr: 3 };
const JPEG = 7;
const COMPRESSIONS = [1, 5, JPEG, 8, 32773, 32946];
const FLOAT = 3;
/** Photoshop writes selections that were saved as samples of no kind; they are no transparency. */
const ALPHA: Readonly<Record<number, TiffKind['alpha']>> = { 1: 'premultiplied', 2: 'straight' };
const CMYK_INKS = 1;
const BITS_PER_SAMPLE = 258;
const SAMPLE_FORMAT = 339;
const UNSIGNED = 1;
const MOST_SAMPLES = 32;
const HIGH_BIT_FIRST = 1;

const UNREAD = {
  raw: "a camera's raw file",
  colors: 'a TIFF in colours of a rare kind, such as Lab',
  compression: 'a TIFF that is compressed in a rare way, such as fax or ZSTD',
  depth: 'a TIFF with numbers of a rare kind, such as 12 bits',
} as const;

export function unread(what: string, kind: keyof typeof UNREAD): UserFacingError {
  return new UserFacingError(
    'unread-format',
    `${what} is ${UNREAD[kind]}, which can't be read here; save it as PNG, or as TIFF in RGB with LZW or ZIP, then choose that.`,
  );
}

/** Throws a UserFacingError that says what can't be read. */
export async function readableKind(page: GeoTIFFImage, what: string): Promise<TiffKind> {
  const { fileDirectory } = page;
  const refuse = (kind: keyof typeof UNREAD): never => {
    throw unread(what, kind);
  };
  const number = (tag: Parameters<typeof fileDirectory.getValue>[0], otherwise: number): number => {
    const value: unknown = fileDirectory.getValue(tag) ?? otherwise;
    return Number(value);
  };
  const count = page.getSamplesPerPixel();
  if (count > MOST_SAMPLES) refuse('colors');
  sayOfEachSample(page, BITS_PER_SAMPLE, count, 1);
  sayOfEachSample(page, SAMPLE_FORMAT, count, UNSIGNED);
  const photometric = number('PhotometricInterpretation', -1);
  const space = PHOTOMETRIC[photometric] ?? refuse('colors');
  const compression = number('Compression', 1);
  if (!COMPRESSIONS.includes(compression)) refuse('compression');
  const depths = Array.from((fileDirectory.getValue('BitsPerSample') as ArrayLike<number> | undefined) ?? [1], Number);
  const [bits = 1] = depths;
  const isFloat = page.getSampleFormat() === FLOAT;
  if (!isReadDepth(bits, isFloat) || depths.some((other) => other !== bits)) refuse('depth');
  if (Number((await fileDirectory.loadValue('FillOrder')) ?? HIGH_BIT_FIRST) !== HIGH_BIT_FIRST) refuse('compression');
  const colors = COLORS[space];
  // Luma and chroma of different sizes are for JPEG to put together.
  if (count < colors || (space === 'ycbcr' && compression !== JPEG)) refuse('colors');
  if (space === 'cmyk' && Number((await fileDirectory.loadValue('InkSet')) ?? CMYK_INKS) !== CMYK_INKS) refuse('colors');
  if ((space === 'palette' && (bits > 8 || isFloat)) || (compression === JPEG && bits !== 8)) refuse('depth');
  const extra = Array.from((fileDirectory.getValue('ExtraSamples') as ArrayLike<number> | undefined) ?? [], Number);
  const transparent = extra.findIndex((kind) => ALPHA[kind]);
  const alphaAt = colors + transparent;
  const hasAlpha = transparent >= 0 && alphaAt < count;
  return {
    space,
    isInverted: photometric === 0,
    bits,
    isFloat,
    alpha: hasAlpha ? ALPHA[extra[transparent]!]! : 'none',
    samples: [...Array.from({ length: colors }, (_, i) => i), ...(hasAlpha ? [alphaAt] : [])],
    compression,
  };
}

/** A directory may say it once, or leave out what is usual; geotiff asks for each sample. */
function sayOfEachSample({ fileDirectory }: GeoTIFFImage, tag: number, count: number, usual: number): void {
  const said = fileDirectory.actualizedFields.get(tag);
  const values = said === undefined ? [] : Array.from(typeof said === 'object' ? (said as ArrayLike<number>) : [Number(said)]);
  fileDirectory.actualizedFields.set(
    tag,
    Array.from({ length: count }, (_, i) => values[i] ?? values[0] ?? usual),
  );
}

function isReadDepth(bits: number, isFloat: boolean): boolean {
  return (isFloat ? [16, 32, 64] : [1, 2, 4, 8, 16, 32]).includes(bits);
}
