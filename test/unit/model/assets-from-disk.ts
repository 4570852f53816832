import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FetchAsset } from '../../../src/nst/model/assets';

export const projectFolder = join(__dirname, '../../..');

/** Reads the project's own files as the extension reads its. */
export const fetchFromDisk: FetchAsset = async (path) => exactBuffer(await readFile(join(projectFolder, path)));

function exactBuffer({ buffer, byteOffset, byteLength }: Uint8Array): ArrayBuffer {
  return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
}

export function jsonBuffer(value: unknown): ArrayBuffer {
  return exactBuffer(new TextEncoder().encode(JSON.stringify(value)));
}
