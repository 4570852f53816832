import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { RgbaImage } from '../../nst/images/image';
import { UserFacingError } from '../../protocol/failure';
import { encodePng } from '../encode';
import { fitsMemory } from '../decode';
import { readChunks, readHeader } from '../png/chunks';
import { decodePixels } from '../png/decode-png';
import type { FileLayer, LayeredFile } from './layered-file';

const STACK = 'stack.xml';
/** What all entries may take unpacked, as a ZIP's directory says. */
const MOST_BYTES = 2 ** 30;

interface Placed {
  src: string;
  /** Where its element begins in the stack. */
  at: number;
}

/** OpenRaster, which Krita, GIMP, MyPaint and Pinta write. */
export async function openOpenRaster(bytes: Uint8Array): Promise<LayeredFile> {
  const files = unpacked(bytes);
  const stack = strFromU8(files[STACK] ?? new Uint8Array());
  const placed = new Map<FileLayer, Placed>();
  const pictures = new Map<FileLayer, RgbaImage>();
  for (const element of layersIn(stack)) {
    const png = files[element.src];
    if (!png) continue;
    const { width, height } = readHeader(png);
    if (!fitsMemory(width, height)) throw new UserFacingError('huge-image', `A layer has ${width} × ${height} pixels, which is too large.`);
    const layer = { path: element.path, x: element.x, y: element.y, width, height };
    placed.set(layer, element);
    pictures.set(layer, await decodePixels(readChunks(png)));
  }
  return {
    layers: [...placed.keys()],
    pictureOf: (layer) => pictures.get(layer)!,
    withLayerAbove: (layer, picture, name) => written(files, stack, placed.get(layer)!, layer, picture, name),
  };
}

function unpacked(bytes: Uint8Array): Record<string, Uint8Array> {
  let claimed = 0;
  return unzipSync(bytes, {
    filter: ({ originalSize }) => {
      claimed += originalSize;
      if (claimed > MOST_BYTES)
        throw new UserFacingError('huge-image', 'This file holds more than a gigabyte of layers, which is too large.');
      return true;
    },
  });
}

interface LayerElement extends Placed {
  path: string;
  x: number;
  y: number;
}

const TAG = /<(\/?)(stack|layer)\b((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/g;

/** The topmost first, as the stack lists them; groups are stacks within it. */
function layersIn(stack: string): LayerElement[] {
  const found: LayerElement[] = [];
  const groups: { name: string; x: number; y: number }[] = [];
  for (const match of stack.matchAll(TAG)) {
    const [, closes, kind, attributes = '', isEmpty] = match;
    if (kind === 'stack' && closes) groups.pop();
    if (closes) continue;
    const { name = '', x = '0', y = '0', src = '' } = attributesIn(attributes);
    const place = { x: Number(x) || 0, y: Number(y) || 0 };
    if (kind === 'stack' && !isEmpty) groups.push({ name, ...place });
    if (kind !== 'layer' || src === '') continue;
    // The outermost stack is the document.
    const folder = groups
      .slice(1)
      .map((group) => `${group.name}/`)
      .join('');
    found.push({ path: folder + name, src, at: match.index, ...place });
  }
  return found;
}

const ATTRIBUTE = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function attributesIn(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [name, plain(double ?? single ?? '')]));
}

function plain(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, entity?: string) => {
    if (entity) return ENTITIES[entity] ?? whole;
    return String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal));
  });
}

function escaped(text: string): string {
  return text.replace(/[<>"'&]/g, (letter) => `&${Object.keys(ENTITIES).find((name) => ENTITIES[name] === letter)};`);
}

async function written(
  files: Readonly<Record<string, Uint8Array>>,
  stack: string,
  { at }: Placed,
  { x, y }: FileLayer,
  picture: RgbaImage,
  name: string,
): Promise<Uint8Array> {
  const src = freeName(files);
  const element = `<layer name="${escaped(name)}" src="${src}" x="${x}" y="${y}" opacity="1.0" visibility="visible" composite-op="svg:src-over"/>`;
  const changed = {
    ...files,
    [STACK]: strToU8(`${stack.slice(0, at)}${element}\n${stack.slice(at)}`),
    [src]: new Uint8Array(await encodePng(picture).arrayBuffer()),
  };
  const { mimetype, ...others } = changed as Record<string, Uint8Array>;
  // The kind of file comes first and as it is, so that programs know it by its first bytes.
  const entries: Zippable = { mimetype: [mimetype ?? strToU8('image/openraster'), { level: 0 }], ...others };
  return zipSync(entries);
}

function freeName(files: Readonly<Record<string, Uint8Array>>): string {
  for (let i = 1; ; i++) if (!(`data/brushover-${i}.png` in files)) return `data/brushover-${i}.png`;
}
