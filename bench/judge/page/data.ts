import type { Key } from '../key';

/** Data URLs of one pair, in the order of the key. */
export interface PagePair {
  pictures: [string, string];
  content: string | null;
  style: string | null;
}

export interface PageData {
  key: Key;
  pairs: PagePair[];
}
