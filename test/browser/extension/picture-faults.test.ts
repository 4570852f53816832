/** Every kind of picture that users have works, or gives one sentence that says what to do. */
import type { Page } from 'puppeteer';
import { encode } from 'fast-png';
import type { HeadlessAnswer } from '../../../src/headless';
import { gramSettings } from '../../../src/nst/settings';
import { writtenChunk } from '../../../src/picture-files/png/chunks';
import type { RunningExtension } from '../../../tools/browser/launch-extension';
import { pictureOf, pngOf, scene } from './pictures';
import { startExtension } from './running-extension';

describe('pictures of every kind', () => {
  let extension: RunningExtension;
  let page: Page;
  beforeAll(async () => {
    extension = await startExtension();
    page = await extension.openPage('headless/index.html');
  });
  afterAll(() => extension?.close());

  function stylize(content: Buffer, style: Buffer = pngOf(scene(40, 40)), mask: Buffer | null = null): Promise<HeadlessAnswer> {
    const settings = { ...gramSettings, evaluations: 2, contentLayers: { relu2_1: 1 }, styleLayers: { relu1_1: 1 } };
    return page.evaluate((request) => globalThis.brushover.stylize(request), {
      content: content.toString('base64'),
      styles: [{ name: 's', image: style.toString('base64'), weight: 1, mask: null }],
      mask: mask && mask.toString('base64'),
      size: null,
      engine: 'wasm' as const,
      settings,
    });
  }

  /** What a browser's canvas makes of a scene, in another format. */
  async function encoded(type: string): Promise<Buffer> {
    const base64 = await page.evaluate(async (format) => {
      const canvas = new OffscreenCanvas(48, 32);
      const context = canvas.getContext('2d')!;
      context.fillStyle = 'teal';
      context.fillRect(8, 8, 30, 12);
      const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: format })).arrayBuffer());
      return btoa(String.fromCharCode(...bytes));
    }, type);
    return Buffer.from(base64, 'base64');
  }

  it.each(['image/jpeg', 'image/webp'])('takes %s', async (type) => {
    expect(await stylize(await encoded(type))).toMatchObject({ ok: true, result: { report: { width: 48, height: 32 } } });
  });

  it.each([
    ['16-bit grey', { channels: 1, depth: 16, data: new Uint16Array(32 * 24).fill(30_000) }],
    ['8-bit grey', { channels: 1, depth: 8, data: new Uint8Array(32 * 24).fill(90) }],
    ['grey with alpha', { channels: 2, depth: 8, data: new Uint8Array(32 * 24 * 2).fill(200) }],
    ['16-bit colour', { channels: 3, depth: 16, data: new Uint16Array(32 * 24 * 3).fill(12_000) }],
  ] as const)('takes a PNG in %s', async (_name, { channels, depth, data }) => {
    const png = Buffer.from(encode({ width: 32, height: 24, channels, depth, data }));
    expect(await stylize(png)).toMatchObject({ ok: true, result: { report: { width: 32, height: 24 } } });
  });

  it('turns a JPEG as its EXIF orientation says', async () => {
    expect(await stylize(withOrientation(await encoded('image/jpeg'), 6))).toMatchObject({
      ok: true,
      result: { report: { width: 32, height: 48 } },
    });
  });

  it('takes a picture of very uneven sides', async () => {
    expect(await stylize(pngOf(scene(120, 3)))).toMatchObject({ ok: true, result: { report: { width: 120, height: 3 } } });
  });

  it('leaves transparent and masked pixels untouched bit by bit', async () => {
    const content = scene(48, 40, (x, y) => (x < 12 ? 0 : y < 10 ? 128 : 255));
    const mask = scene(48, 40);
    for (let i = 0; i < mask.data.length; i += 4) mask.data.fill((i / 4) % 48 > 40 ? 0 : 255, i, i + 3);
    const answer = await stylize(pngOf(content), undefined, pngOf(mask));
    if (!answer.ok) throw new Error(answer.failure.message);
    const result = pictureOf(Buffer.from(answer.result.image, 'base64'));
    for (let y = 0; y < 40; y++) {
      for (let x = 0; x < 48; x++) {
        const at = 4 * (y * 48 + x);
        const hidden = x < 12 || x > 40;
        if (hidden) expect([...result.data.subarray(at, at + 3)]).toEqual([...content.data.subarray(at, at + 3)]);
        expect(result.data[at + 3]).toBe(x > 40 ? 0 : content.data[at + 3]);
      }
    }
  });

  it.each<[string, () => Buffer, RegExp]>([
    ['empty', () => Buffer.alloc(0), /is empty; choose another file/],
    ['no picture', () => Buffer.from('just some words'), /can't be read: it is damaged or no picture/],
    ['truncated', () => pngOf(scene(64, 64)).subarray(0, 400), /can't be read/],
    ['1 × 1', () => pngOf(scene(1, 1)), /only 1 × 1 pixels; choose a larger one/],
    ['30,000 pixels wide', () => hugePng(30_000, 30_000), /has 30000 × 30000 pixels; the limit is/],
    ['fully transparent', () => pngOf(scene(32, 32, () => 0)), /fully transparent/],
  ])('explains a content that is %s', async (_name, content, message) => {
    const answer = await stylize(content());
    expect(answer).toMatchObject({ ok: false });
    if (!answer.ok) expect(answer.failure.message).toMatch(message);
  });
});

/** Only the header says how large it is; a decoder must not believe it and reserve gigabytes. */
function hugePng(width: number, height: number): Buffer {
  const png = pngOf(scene(8, 8));
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  const [headerStart, headerEnd] = [8, 33];
  const header = writtenChunk({ type: 'IHDR', data: png.subarray(headerStart + 8, headerEnd - 4) });
  return Buffer.concat([png.subarray(0, headerStart), header, png.subarray(headerEnd)]);
}

/** Puts an EXIF segment with one orientation tag behind the start-of-image marker. */
function withOrientation(jpeg: Buffer, orientation: number): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const header = Buffer.alloc(4);
  header.writeUInt16BE(0xffe1, 0);
  header.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), header, body, jpeg.subarray(2)]);
}
