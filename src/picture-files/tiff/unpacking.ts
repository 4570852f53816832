import { BaseDecoder, type GeoTIFFImage } from 'geotiff';
import { inflateUpTo } from '../png/inflate';
import { unpackLzw } from './lzw';
import { unpackBits } from './unpack-bits';
import type { TiffKind } from './kind';

type Unpack = (packed: Uint8Array, most: number) => Uint8Array | Promise<Uint8Array>;

/** LZW, PackBits, and Deflate by both of its numbers (TIFF 6.0, sections 9 and 13; Adobe's technical notes). */
const UNPACK: Readonly<Record<number, Unpack>> = {
  5: unpackLzw,
  8: (packed, most) => inflateUpTo([packed], most),
  32773: unpackBits,
  32946: (packed, most) => inflateUpTo([packed], most),
};

const HORIZONTAL_DIFFERENCES = 2;
const SEPARATE_PLANES = 2;

type Parameters = ConstructorParameters<typeof BaseDecoder>[0];
interface Unpacking {
  bindParameters(compression: number, parameters: Parameters): { decode(block: ArrayBufferLike): Promise<ArrayBufferLike> };
}

/**
 * How this page's strips or tiles are unpacked, for geotiff's `pool`; null leaves it to geotiff. Its own way unpacks as much
 * as a block holds, into lists of single numbers, and sums up differences in the machine's order of bytes, not the file's.
 */
export function unpackingOf(page: GeoTIFFImage, { compression, bits }: TiffKind): Unpacking | null {
  const unpack = UNPACK[compression];
  if (!unpack) return null;
  const most = blockBytes(page, bits);
  return {
    bindParameters: (_, parameters) => {
      const isForeign = !page.littleEndian && bits > 8 && parameters.predictor === HORIZONTAL_DIFFERENCES;
      return isForeign ? new ForeignOrder(parameters, unpack, most, bits / 8) : new Unpacker(parameters, unpack, most);
    },
  };
}

function blockBytes(page: GeoTIFFImage, bits: number): number {
  const samples = page.planarConfiguration === SEPARATE_PLANES ? 1 : page.getSamplesPerPixel();
  return Math.ceil((page.getTileWidth() * samples * bits) / 8) * page.getTileHeight();
}

class Unpacker extends BaseDecoder {
  constructor(
    parameters: Parameters,
    private readonly unpack: Unpack,
    private readonly most: number,
  ) {
    super(parameters);
  }

  override async decodeBlock(block: ArrayBufferLike): Promise<ArrayBufferLike> {
    const bytes = await this.unpack(new Uint8Array(block), this.most);
    return bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer;
  }
}

/** Differences of numbers whose bytes are the other way round than the machine's. */
class ForeignOrder extends Unpacker {
  constructor(
    parameters: Parameters,
    unpack: Unpack,
    most: number,
    private readonly bytesOfNumber: number,
  ) {
    super(parameters, unpack, most);
  }

  override async decode(block: ArrayBufferLike): Promise<ArrayBufferLike> {
    return this.reversed(await super.decode(block));
  }

  override async decodeBlock(block: ArrayBufferLike): Promise<ArrayBufferLike> {
    return this.reversed(await super.decodeBlock(block));
  }

  private reversed(buffer: ArrayBufferLike): ArrayBufferLike {
    const bytes = new Uint8Array(buffer);
    for (let at = 0; at < bytes.length; at += this.bytesOfNumber) bytes.subarray(at, at + this.bytesOfNumber).reverse();
    return buffer;
  }
}
