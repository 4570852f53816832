/** Large layers leave a page as BMP, written there and read here. */
import { unpackedBitmap } from '../../../src/editors/page/unpacked-bitmap';
import { bitmapSize, readBitmap } from '../../../src/picture-files/bitmap';
import { decodeImage } from '../../../src/picture-files/decode';

const SHEET = { width: 7, height: 5, data: Uint8ClampedArray.from({ length: 7 * 5 * 4 }, (_, i) => (i * 37) % 256) } as ImageData;
const PLACE = { x: 2, y: 1, width: 4, height: 3 };

async function bytesOf(place = PLACE): Promise<Uint8Array> {
  return new Uint8Array(await new Blob(unpackedBitmap(SHEET, place)).arrayBuffer());
}

function inside(): number[] {
  return [1, 2, 3].flatMap((y) => [...SHEET.data.subarray(4 * (y * 7 + 2), 4 * (y * 7 + 6))]);
}

test('every pixel within the place comes back as it was, colours under no alpha too', async () => {
  const { data, ...size } = readBitmap(await bytesOf())!;
  expect(size).toEqual({ width: 4, height: 3 });
  expect([...data]).toEqual(inside());
  expect([...readBitmap(await bytesOf({ x: 0, y: 0, width: 7, height: 5 }))!.data]).toEqual([...SHEET.data]);
});

test('it is a picture to all that read pictures', async () => {
  const image = await decodeImage(new Blob([(await bytesOf()) as BlobPart]));
  expect([...image.data]).toEqual(inside());
});

test('its size is told by its head alone', async () => {
  expect(bitmapSize((await bytesOf()).subarray(0, 122))).toEqual({ width: 4, height: 3 });
  expect(bitmapSize((await bytesOf()).subarray(0, 121))).toBeNull();
});

test.each([
  ['another file', 0],
  ['another depth', 28],
  ['another order of colours', 54],
  ['pixels elsewhere', 10],
])('%s is left to the browser', async (_, at) => {
  const bytes = await bytesOf();
  bytes[at]! ^= 1;
  expect(bitmapSize(bytes)).toBeNull();
  expect(readBitmap(bytes)).toBeNull();
});

test('one that ends too early is none', async () => {
  expect(readBitmap((await bytesOf()).subarray(0, -1))).toBeNull();
});

test('a head that claims more than memory holds is refused before anything is read', async () => {
  const bytes = await bytesOf();
  new DataView(bytes.buffer).setInt32(18, 60_000, true);
  await expect(decodeImage(new Blob([bytes as BlobPart]))).rejects.toThrow('60000 × 3 pixels');
});
