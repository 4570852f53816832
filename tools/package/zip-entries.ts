import { readFileSync } from 'node:fs';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/** The names of the files in a zip, from its central directory (PKWARE's APPNOTE, 4.3.12 and 4.3.16). */
export function zipEntries(path: string): string[] {
  const zip = readFileSync(path);
  const end = lastIndexOf(zip, END_OF_DIRECTORY);
  const count = zip.readUInt16LE(end + 10);
  const names: string[] = [];
  for (let i = 0, at = zip.readUInt32LE(end + 16); i < count; i++) {
    if (zip.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error(`${path} is not a whole zip; pack it again.`);
    const nameLength = zip.readUInt16LE(at + 28);
    names.push(zip.toString('utf8', at + 46, at + 46 + nameLength));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return names.filter((name) => !name.endsWith('/')).sort();
}

function lastIndexOf(zip: Buffer, signature: number): number {
  for (let at = zip.length - 22; at >= 0; at--) if (zip.readUInt32LE(at) === signature) return at;
  throw new Error('This is no zip.');
}
