import type { PngHeader } from './chunks';

/** One reduced picture of an interlaced PNG; the only one of any other. */
export interface Pass {
  /** Of its first pixel, and from one to the next, in the whole picture. */
  x: number;
  y: number;
  stepX: number;
  stepY: number;
  width: number;
  height: number;
  /** Of a row, without its filter byte. */
  rowBytes: number;
}

/** Adam7 (ISO/IEC 15948, 8.2). */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;
const CHANNELS: Readonly<Record<PngHeader['color'], number>> = { grey: 1, rgb: 3, palette: 1, 'grey-alpha': 2, 'rgb-alpha': 4 };

export function channelsOf({ color }: PngHeader): number {
  return CHANNELS[color];
}

/** The passes that have pixels, in the order in which they are stored. */
export function passesOf(header: PngHeader): Pass[] {
  const starts = header.interlaced ? ADAM7 : ([[0, 0, 1, 1]] as const);
  return starts
    .map(([x, y, stepX, stepY]) => {
      const width = Math.max(0, Math.ceil((header.width - x) / stepX));
      const height = Math.max(0, Math.ceil((header.height - y) / stepY));
      return { x, y, stepX, stepY, width, height, rowBytes: Math.ceil((width * channelsOf(header) * header.depth) / 8) };
    })
    .filter(({ width, height }) => width > 0 && height > 0);
}

/** Bytes of all passes with a filter byte before each row. */
export function storedBytes(passes: readonly Pass[]): number {
  return passes.reduce((sum, { height, rowBytes }) => sum + height * (1 + rowBytes), 0);
}
