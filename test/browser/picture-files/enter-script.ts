import { decodeDeepImage } from '../../../src/picture-files/decode';
import { enterPicture } from '../../../src/picture-entry/enter-picture';
import type { DecodeAnswer, DecodeRequest } from './decode-worker';

export interface EnterAnswer extends Omit<DecodeAnswer, 'milliseconds'> {
  /** RGBA of 16 bits; null for a picture of 8. */
  deep: number[] | null;
  /** Of the file that goes on. */
  bytes: number;
}

const NOTHING = { width: 0, height: 0, data: [], deep: null, bytes: 0 };

/** A file as a person chose it, and how a part that has no document reads what became of it. */
async function answer({ bytes, type }: DecodeRequest): Promise<EnterAnswer> {
  try {
    const { file } = await enterPicture(new Blob([Uint8Array.from(bytes)], { type }));
    const { width, height, data, deep } = await decodeDeepImage(file);
    return { width, height, data: [...data], deep: deep ? [...deep] : null, bytes: file.size, failure: null };
  } catch (error) {
    return { ...NOTHING, failure: (error as Error).message };
  }
}

Object.assign(globalThis, { answer });
