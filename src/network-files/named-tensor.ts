/** What a reader of a format hands on: where numbers lie, with none of them read yet. */
export interface NamedTensor {
  name: string;
  shape: readonly number[];
  /** As float32; throws NetworkFileError. */
  read(): Promise<Float32Array>;
}

/** A file, read piece by piece: a whole network may be ten times what is needed of it. */
export interface NetworkFile {
  name: string;
  /** The name of the folder that it was chosen with, where it was. */
  folder?: string;
  data: Blob;
}

/** What no network needs more of; whatever claims more is not read. */
export const MOST_TENSORS = 10_000;
export const MOST_DIMENSIONS = 8;

/** How many numbers a tensor holds; NaN where that is no safe number. */
export function elementsOf(shape: readonly number[]): number {
  const elements = shape.reduce((product, side) => product * side, 1);
  return Number.isSafeInteger(elements) ? elements : NaN;
}
