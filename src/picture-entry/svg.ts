import { base64OfBytes } from '../bytes/base64';
import { assertSize } from '../picture-files/decode';
import { encodePng } from '../picture-files/encode';
import { UserFacingError } from '../protocol/failure';
import { drawnSize, type Size } from './svg-size';

const LARGEST_FILE = 32 * 2 ** 20;
const NAMESPACE = 'http://www.w3.org/2000/svg';

/**
 * A drawing as pixels. It is shown as an `<img>`, in which no browser runs scripts or loads anything from elsewhere (SVG
 * Integration, "secure static mode"). Throws a UserFacingError.
 */
export async function pngOfSvg(bytes: Uint8Array, what: string): Promise<Blob> {
  if (bytes.length > LARGEST_FILE) {
    throw new UserFacingError(
      'huge-image',
      `${what} is an SVG drawing of more than ${LARGEST_FILE / 2 ** 20} MB; save it as PNG, then choose that.`,
    );
  }
  const root = rootOf(textOf(bytes), what);
  const { declared, drawn } = drawnSize(root);
  assertSize(drawn.width, drawn.height, what);
  return encodePng(await pixelsOf(atSize(root, declared, drawn), drawn, what));
}

function rootOf(text: string, what: string): Element {
  const root = parsed(text);
  if (root?.namespaceURI === NAMESPACE) return root;
  // Cut out of a web page, a drawing lacks what says that it is one.
  const completed = root?.localName === 'svg' ? parsed(text.replace('<svg', `<svg xmlns="${NAMESPACE}"`)) : null;
  if (completed?.namespaceURI === NAMESPACE) return completed;
  throw damaged(what);
}

/** Nothing runs and nothing is loaded in a document that is only parsed. */
function parsed(text: string): Element | null {
  const document = new DOMParser().parseFromString(text, 'image/svg+xml');
  return document.querySelector('parsererror') ? null : document.documentElement;
}

function atSize(root: Element, declared: Size, drawn: Size): string {
  const resized = root.cloneNode(true) as Element;
  if (!resized.hasAttribute('viewBox')) resized.setAttribute('viewBox', `0 0 ${declared.width} ${declared.height}`);
  resized.setAttribute('width', String(drawn.width));
  resized.setAttribute('height', String(drawn.height));
  return new XMLSerializer().serializeToString(resized);
}

async function pixelsOf(drawing: string, { width, height }: Size, what: string): Promise<ImageData> {
  const image = new Image();
  // From a blob's address, drawings with text of HTML would not be readable.
  image.src = `data:image/svg+xml;base64,${base64OfBytes(new TextEncoder().encode(drawing))}`;
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new UserFacingError('out-of-memory', `${what} is too large for this machine's memory; choose a smaller one.`);
  try {
    await image.decode();
    context.drawImage(image, 0, 0, width, height);
    return context.getImageData(0, 0, width, height);
  } catch {
    throw damaged(what);
  }
}

/** In the coding that its first line names. */
function textOf(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const marked = head.startsWith('ÿþ') ? 'utf-16le' : head.startsWith('þÿ') ? 'utf-16be' : null;
  const label = marked ?? /^[^<]*<\?xml[^>]*\bencoding\s*=\s*["']([\w-]+)["']/.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

function damaged(what: string): UserFacingError {
  return new UserFacingError(
    'not-an-image',
    `${what} is an SVG drawing that can't be drawn: it is damaged; save it as PNG, then choose that.`,
  );
}
