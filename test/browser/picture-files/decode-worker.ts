import { decodeImage } from '../../../src/picture-files/decode';
import { decodeSmall } from '../../../src/picture-files/decode-small';

export interface DecodeRequest {
  bytes: number[];
  type: string;
  /** Where it is needed small. */
  size?: number;
}

export interface DecodeAnswer {
  width: number;
  height: number;
  /** RGBA; empty where there is a failure. */
  data: number[];
  /** What a person reads. */
  failure: string | null;
  milliseconds: number;
}

onmessage = async ({ data: { bytes, type, size } }: MessageEvent<DecodeRequest>) => {
  const startedAt = performance.now();
  const file = new Blob([Uint8Array.from(bytes)], { type });
  const answer = await (size ? decodeSmall(file, size) : decodeImage(file)).then(
    ({ width, height, data }) => ({ width, height, data: [...data], failure: null }),
    ({ message }: Error) => ({ width: 0, height: 0, data: [], failure: message }),
  );
  postMessage({ ...answer, milliseconds: performance.now() - startedAt });
};
