/**
 * One layer more in a Photoshop document whose other bytes all stay as they are: what no library knows of is not lost.
 * After "Adobe Photoshop File Formats Specification", sections "Layer and Mask Information" and "Layer records".
 */
import type { RgbaImage } from '../../nst/images/image';
import { packRows } from './pack-bits';

export interface NewLayer {
  name: string;
  x: number;
  y: number;
  picture: RgbaImage;
}

/** A layer's record, as far as a neighbour must know it. */
interface Record {
  /** Where the next one begins. */
  end: number;
  clipping: number;
  /** Of its channels' data, all together. */
  dataBytes: number;
}

const HEADER = 26;
const CHANNELS = [-1, 0, 1, 2] as const;
const RLE = 1;
const VISIBLE = 0x08;

/** `index` counts records from the bottom, groups' ends among them; null where the file is not built as it should be. */
export function spliceLayer(file: Uint8Array, index: number, records: number, layer: NewLayer): Uint8Array | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const isLarge = view.getUint16(4) === 2;
  const lengthBytes = isLarge ? 8 : 4;
  const lengthAt = (at: number): number => (isLarge ? Number(view.getBigUint64(at)) : view.getUint32(at));
  const resourcesAt = HEADER + 4 + view.getUint32(HEADER);
  const sectionAt = resourcesAt + 4 + view.getUint32(resourcesAt);
  const infoAt = sectionAt + lengthBytes;
  const countAt = infoAt + lengthBytes;
  const infoEnd = countAt + lengthAt(infoAt);
  const count = view.getInt16(countAt);
  if (Math.abs(count) !== records || index >= records) return null;

  const found: Record[] = [];
  for (let at = countAt + 2; found.length < records; at = found.at(-1)!.end) found.push(recordAt(view, at, isLarge));
  const target = found[index]!;
  const dataAt = found.slice(0, index + 1).reduce((at, { dataBytes }) => at + dataBytes, found.at(-1)!.end);
  if (dataAt > infoEnd) return null;

  const clipping = target.clipping === 1 || found[index + 1]?.clipping === 1;
  const data = CHANNELS.map((channel) => channelData(layer.picture, channel, isLarge));
  const record = recordOf(layer, clipping, data, isLarge);
  const inserted = record.length + data.reduce((sum, { length }) => sum + length, 0);
  const padding = (4 - (inserted % 4)) % 4;
  const result = joined([
    file.subarray(0, target.end),
    record,
    file.subarray(target.end, dataAt),
    ...data,
    file.subarray(dataAt, infoEnd),
    new Uint8Array(padding),
    file.subarray(infoEnd),
  ]);
  const written = new DataView(result.buffer);
  for (const at of [sectionAt, infoAt]) {
    const length = lengthAt(at) + inserted + padding;
    if (isLarge) written.setBigUint64(at, BigInt(length));
    else written.setUint32(at, length);
  }
  written.setInt16(countAt, count < 0 ? count - 1 : count + 1);
  return result;
}

/** Rectangle, channels, blend mode, opacity, clipping, flags, and what is as long as it says. */
function recordAt(view: DataView, at: number, isLarge: boolean): Record {
  const channels = view.getUint16(at + 16);
  const entry = isLarge ? 10 : 6;
  let dataBytes = 0;
  for (let i = 0; i < channels; i++) {
    const lengthAt = at + 18 + entry * i + 2;
    dataBytes += isLarge ? Number(view.getBigUint64(lengthAt)) : view.getUint32(lengthAt);
  }
  const modeAt = at + 18 + entry * channels;
  const extraAt = modeAt + 12;
  return { end: extraAt + 4 + view.getUint32(extraAt), clipping: view.getUint8(modeAt + 9), dataBytes };
}

function recordOf({ name, x, y, picture }: NewLayer, clipping: boolean, data: readonly Uint8Array[], isLarge: boolean): Uint8Array {
  const bytes: number[] = [];
  const number = (value: number, length: number): void => {
    for (let shift = length - 1; shift >= 0; shift--) bytes.push(Math.floor(value / 256 ** shift) & 0xff);
  };
  const text = (letters: string): void => void bytes.push(...new TextEncoder().encode(letters));
  for (const side of [y, x, y + picture.height, x + picture.width]) number(side >>> 0, 4);
  number(CHANNELS.length, 2);
  CHANNELS.forEach((channel, i) => {
    number(channel & 0xffff, 2);
    number(data[i]!.length, isLarge ? 8 : 4);
  });
  text('8BIMnorm');
  bytes.push(255, clipping ? 1 : 0, VISIBLE, 0);
  const names = namesOf(name);
  number(8 + names.length, 4);
  // Neither a mask nor blending ranges.
  number(0, 8);
  bytes.push(...names);
  return Uint8Array.from(bytes);
}

/** In Latin letters for old programs, padded to four bytes, and in Unicode. */
function namesOf(name: string): number[] {
  const latin = [...name].slice(0, 255).map((letter) => (letter.charCodeAt(0) < 256 ? letter.charCodeAt(0) : 0x3f));
  const old = [latin.length, ...latin];
  while (old.length % 4) old.push(0);
  const units = Array.from({ length: name.length }, (_, i) => name.charCodeAt(i));
  const unicode = [...fourBytes(name.length), ...units.flatMap((unit) => [unit >> 8, unit & 0xff])];
  while (unicode.length % 4) unicode.push(0);
  return [...old, ...new TextEncoder().encode('8BIMluni'), ...fourBytes(unicode.length), ...unicode];
}

function fourBytes(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];
}

function channelData({ width, height, data }: RgbaImage, channel: number, isLarge: boolean): Uint8Array {
  const plane = new Uint8Array(width * height);
  const offset = channel === -1 ? 3 : channel;
  for (let i = 0; i < plane.length; i++) plane[i] = data[4 * i + offset]!;
  return joined([Uint8Array.of(0, RLE), packRows(plane, width, isLarge ? 4 : 2)]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
