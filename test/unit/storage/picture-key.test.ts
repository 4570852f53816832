import { keyOfPicture } from '../../../src/storage/picture-key';

const LARGE = 33 * 2 ** 20;

describe('the key of a picture', () => {
  it('is the SHA-256 of a small one', async () => {
    expect(await keyOfPicture(new Blob(['abc']))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('is the same for equal large ones, and another one where a byte of any piece differs', async () => {
    const bytes = new Uint8Array(LARGE);
    const key = await keyOfPicture(new Blob([bytes]));
    expect(await keyOfPicture(new Blob([bytes]))).toBe(key);
    for (const place of [0, LARGE / 2, LARGE - 1]) {
      const changed = bytes.slice();
      changed[place] = 1;
      expect(await keyOfPicture(new Blob([changed]))).not.toBe(key);
    }
  });
});
