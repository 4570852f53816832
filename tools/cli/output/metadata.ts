/** What a JPEG or WebP says of itself, in the forms that all programs read: Exif for colours and resolution, XMP for the recipe. */

const PER_INCH = 2;
const SRGB = 1;
const TAG = { xResolution: 0x011a, yResolution: 0x011b, resolutionUnit: 0x0128, exif: 0x8769, colorSpace: 0xa001 };
const SHORT = 3;
const LONG = 4;
const RATIONAL = 5;
/** Two and four directory entries, big-endian, with two fractions behind them (Exif 2.32, 4.6.2). */
const HEADER = 8;
const ENTRY = 12;
const directoryBytes = (entries: number): number => 2 + ENTRY * entries + 4;

/** A TIFF structure: pixels of an inch, and colours in sRGB. */
export function exifBlock(pixelsPerInch: number): Buffer {
  const fractions = HEADER + directoryBytes(4);
  const exifAt = fractions + 16;
  const block = Buffer.alloc(exifAt + directoryBytes(1));
  block.write('MM\0*', 0, 'latin1');
  block.writeUInt32BE(HEADER, 4);
  writeDirectory(block, HEADER, [
    [TAG.xResolution, RATIONAL, fractions],
    [TAG.yResolution, RATIONAL, fractions + 8],
    [TAG.resolutionUnit, SHORT, PER_INCH],
    [TAG.exif, LONG, exifAt],
  ]);
  for (const at of [fractions, fractions + 8]) {
    block.writeUInt32BE(Math.round(1000 * pixelsPerInch), at);
    block.writeUInt32BE(1000, at + 4);
  }
  writeDirectory(block, exifAt, [[TAG.colorSpace, SHORT, SRGB]]);
  return block;
}

function writeDirectory(block: Buffer, start: number, entries: readonly [tag: number, type: number, value: number][]): void {
  block.writeUInt16BE(entries.length, start);
  entries.forEach(([tag, type, value], i) => {
    const at = start + 2 + ENTRY * i;
    block.writeUInt16BE(tag, at);
    block.writeUInt16BE(type, at + 2);
    block.writeUInt32BE(1, at + 4);
    if (type === SHORT) block.writeUInt16BE(value, at + 8);
    else block.writeUInt32BE(value, at + 8);
  });
}

const OPENING = '<brushover:recipe>';
const CLOSING = '</brushover:recipe>';
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

export function xmpPacket(recipe: string): Buffer {
  const escaped = recipe.replace(/[&<>]/g, (letter) => ESCAPES[letter]);
  return Buffer.from(
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">' +
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
      '<rdf:Description rdf:about="" xmlns:brushover="urn:brushover:recipe">' +
      `${OPENING}${escaped}${CLOSING}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`,
  );
}

/** The recipe's text in a file that holds such a packet; null if there is none. */
export function recipeInXmp(bytes: Buffer): string | null {
  const start = bytes.indexOf(OPENING);
  const end = start < 0 ? -1 : bytes.indexOf(CLOSING, start);
  if (end < 0) return null;
  const text = bytes.toString('utf8', start + OPENING.length, end);
  return Object.entries(ESCAPES)
    .reduce((plain, [letter, escape]) => plain.replaceAll(escape, letter), text.replaceAll('&amp;', '\0'))
    .replaceAll('\0', '&');
}
