import { base64OfBytes } from '../../../src/bytes/base64';

test.each([0, 1, 2, 3, 24_575, 24_576, 24_577, 200_000])('%i bytes become the base64 that Node makes of them', (length) => {
  const bytes = Uint8Array.from({ length }, (_, i) => (i * 131) % 256);
  expect(base64OfBytes(bytes)).toBe(Buffer.from(bytes).toString('base64'));
});
