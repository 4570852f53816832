import { decodeImage } from '../../../src/picture-files/decode';

export interface DecodeRequest {
  bytes: number[];
  type: string;
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

onmessage = async ({ data: { bytes, type } }: MessageEvent<DecodeRequest>) => {
  const startedAt = performance.now();
  const answer = await decodeImage(new Blob([Uint8Array.from(bytes)], { type })).then(
    ({ width, height, data }) => ({ width, height, data: [...data], failure: null }),
    ({ message }: Error) => ({ width: 0, height: 0, data: [], failure: message }),
  );
  postMessage({ ...answer, milliseconds: performance.now() - startedAt });
};
