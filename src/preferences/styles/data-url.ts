import { base64ToUint8Array } from 'uint8array-extras';
import { base64OfBytes } from '../../bytes/base64';
import { UserFacingError } from '../../protocol/failure';

/** Decoded by hand: `fetch` of a data URL is for the page's content security policy to refuse. */
export function blobOfDataUrl(url: string): Blob {
  const comma = url.indexOf(',');
  const type = url.slice('data:'.length, url.indexOf(';'));
  try {
    return new Blob([base64ToUint8Array(url.slice(comma + 1))], { type });
  } catch {
    throw new UserFacingError('damaged-archive', 'This file of styles is damaged; export it again.');
  }
}

export async function dataUrlOf(blob: Blob): Promise<string> {
  return `data:${blob.type || 'image/png'};base64,${base64OfBytes(new Uint8Array(await blob.arrayBuffer()))}`;
}
