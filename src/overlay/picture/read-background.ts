import { createCanvas } from '../../editors/page/canvas';
import { UserFacingError } from '../../protocol/failure';
import { assertSize } from './limits';

/** The address of an element's topmost background picture; null without one. */
export function addressOfBackground(element: Element): string | null {
  const found = /url\("((?:[^"\\]|\\.)*)"\)/.exec(getComputedStyle(element).backgroundImage);
  return found?.[1]?.replace(/\\(.)/g, '$1') ?? null;
}

/** The element's box with its background as the page shows it, in the screen's pixels. */
export async function readBackground(element: Element, address: string): Promise<HTMLCanvasElement> {
  const image = await loaded(address);
  const { width, height } = element.getBoundingClientRect();
  const scale = window.devicePixelRatio;
  assertSize(image.naturalWidth, image.naturalHeight);
  assertSize(width * scale, height * scale);
  const { canvas, context } = createCanvas(Math.round(width * scale), Math.round(height * scale));
  context.scale(scale, scale);
  const style = getComputedStyle(element);
  context.fillStyle = style.backgroundColor;
  context.fillRect(0, 0, width, height);
  const size = sizeOf(style.backgroundSize, image, { width, height });
  const [left, top] = positionOf(style, { width: width - size.width, height: height - size.height });
  const repeats = !style.backgroundRepeat.startsWith('no-repeat');
  for (const y of starts(top, size.height, height, repeats)) {
    for (const x of starts(left, size.width, width, repeats)) context.drawImage(image, x, y, size.width, size.height);
  }
  return canvas;
}

async function loaded(address: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = address;
  await image.decode().catch(() => {
    throw new UserFacingError('not-loaded', 'This picture did not load; reload the page, or choose another one.');
  });
  return image;
}

interface Size {
  width: number;
  height: number;
}

/** `background-size`, of the first background. */
function sizeOf(value: string, { naturalWidth, naturalHeight }: HTMLImageElement, box: Size): Size {
  const natural = { width: naturalWidth, height: naturalHeight };
  const toFit = [box.width / natural.width, box.height / natural.height];
  if (value.startsWith('cover')) return times(natural, Math.max(...toFit));
  if (value.startsWith('contain')) return times(natural, Math.min(...toFit));
  const [first = 'auto', second = 'auto'] = firstOf(value).split(' ');
  const width = first === 'auto' ? null : lengthOf(first, box.width);
  const height = second === 'auto' ? null : lengthOf(second, box.height);
  if (width === null && height === null) return natural;
  return { width: width ?? (natural.width * height!) / natural.height, height: height ?? (natural.height * width!) / natural.width };
}

/** A percentage is one of the room that is left (CSS Backgrounds 3, section 2.6). */
function positionOf({ backgroundPositionX, backgroundPositionY }: CSSStyleDeclaration, room: Size): [number, number] {
  return [lengthOf(firstOf(backgroundPositionX), room.width), lengthOf(firstOf(backgroundPositionY), room.height)];
}

/** Of the values of several backgrounds, the topmost one's. */
function firstOf(values: string): string {
  const [first = ''] = values.split(',');
  return first.trim();
}

function lengthOf(value: string, whole: number): number {
  const number = parseFloat(value) || 0;
  return value.trim().endsWith('%') ? (number / 100) * whole : number;
}

function starts(first: number, step: number, end: number, repeats: boolean): number[] {
  if (!repeats || step < 1) return [first];
  const begin = first - Math.ceil(first / step) * step;
  return Array.from({ length: Math.ceil((end - begin) / step) }, (_, i) => begin + i * step);
}

function times({ width, height }: Size, factor: number): Size {
  return { width: width * factor, height: height * factor };
}
