/** Previews for command lines, painted by the same worker as the panel's. */
import { decodeImage } from '../picture-files/decode';
import type { KeepColors } from '../nst/settings';
import { call } from '../protocol/messages';
import { requestPreview, type Preview } from '../protocol/preview-client';
import type { PreviewRequest } from '../protocol/previews';
import { loadImage, storeImage } from '../storage/images';
import { enteredFile } from './entered-file';
import { base64OfBytes } from '../bytes/base64';
import { storedMask, type MaskOrder } from './masks';
import { drawSheet, type SheetSection } from './sheet';

/** A style's picture as base64 of its file, or the number of a learned style. */
export type HeadlessStyle = { weight: number } & ({ name: string; image: string } | { index: number });

export interface HeadlessPreviewRequest {
  content: string;
  styles: HeadlessStyle[];
  mask: MaskOrder | null;
  /** 0…1. */
  strength: number;
  size: number;
  keepColors: KeepColors;
}

export interface HeadlessPreview {
  image: string;
  width: number;
  height: number;
  milliseconds: number;
}

export interface HeadlessSheetRequest {
  content: string;
  /** Which kinds of styles. */
  kinds: ('built-in' | 'learned')[];
  /** The longest side of each picture. */
  size: number;
  strength: number;
}

export async function preview({ content, styles, mask, ...order }: HeadlessPreviewRequest): Promise<HeadlessPreview> {
  const picture = await stored(content, 'The content image');
  const { image, width, height, milliseconds } = await paint({
    ...order,
    content: picture,
    mask: mask === null ? null : await storedMask(mask, picture, 'The mask'),
    styles: await Promise.all(styles.map(sourceOf)),
    priority: 'chosen',
    optimized: null,
    keep: true,
  });
  const png = await loadImage(image!);
  return { image: base64OfBytes(new Uint8Array(await png.arrayBuffer())), width, height, milliseconds };
}

/** Every style on one picture, with its name under it; base64 of a PNG. */
export async function sheet({ content, kinds, size, strength }: HeadlessSheetRequest): Promise<string> {
  const image = await stored(content, 'The content image');
  const order = {
    content: image,
    mask: null,
    size,
    strength,
    keepColors: 'none',
    priority: 'gallery',
    optimized: null,
    keep: false,
  } as const;
  const sections: SheetSection[] = [];
  for (const kind of kinds) {
    const pictures = [];
    for (const { name, source } of await stylesOf(kind)) {
      pictures.push({ name, picture: (await paint({ ...order, styles: [{ source, weight: 1 }] })).picture });
    }
    sections.push({ title: kind === 'built-in' ? 'Styles with a picture' : 'Learned styles', pictures });
  }
  const png = await drawSheet(await decodeImage(await loadImage(image), 'The content image'), sections, size);
  return base64OfBytes(new Uint8Array(await png.arrayBuffer()));
}

async function stylesOf(kind: 'built-in' | 'learned'): Promise<{ name: string; source: PreviewRequest['styles'][number]['source'] }[]> {
  const folder = kind === 'built-in' ? 'styles' : 'styles/learned';
  const entries = (await (await fetch(`/${folder}/index.json`)).json()) as { name: string; file: string }[];
  return entries.map(({ name, file }, index) => ({ name, source: kind === 'built-in' ? { kind, file } : { kind, index } }));
}

async function sourceOf(style: HeadlessStyle): Promise<PreviewRequest['styles'][number]> {
  if ('index' in style) return { source: { kind: 'learned', index: style.index }, weight: style.weight };
  return { source: { kind: 'picture', image: await stored(style.image, `The style image “${style.name}”`) }, weight: style.weight };
}

function paint(order: Omit<PreviewRequest, 'id'>): Promise<Preview> {
  return requestPreview(
    {
      preview: (request) => call('background', 'preview', request),
      cancelPreviews: (ids) => call('background', 'cancelPreviews', { ids }),
    },
    order,
  );
}

async function stored(base64: string, what: string): Promise<string> {
  return storeImage(await enteredFile(base64, what));
}
