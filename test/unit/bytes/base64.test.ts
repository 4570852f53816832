import { base64OfBytes, bytesOfBase64 } from '../../../src/bytes/base64';

const LENGTHS = [0, 1, 2, 3, 24_575, 24_576, 24_577, 200_000];
const bytesOf = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 131) % 256);

test.each(LENGTHS)('%i bytes become the base64 that Node makes of them, and come back', (length) => {
  const base64 = base64OfBytes(bytesOf(length));
  expect(base64).toBe(Buffer.from(bytesOf(length)).toString('base64'));
  expect(bytesOfBase64(base64)).toEqual(bytesOf(length));
});

test('what is no base64 is refused', () => {
  expect(() => bytesOfBase64('%%%')).toThrow();
});

test('the browser’s own way is taken where there is one', () => {
  const bytes = Object.assign(bytesOf(3), { toBase64: () => 'own' });
  expect(base64OfBytes(bytes)).toBe('own');
  const native = Object.assign(Uint8Array, { fromBase64: () => bytesOf(2) });
  expect(bytesOfBase64('own')).toEqual(bytesOf(2));
  Reflect.deleteProperty(native, 'fromBase64');
});
