import { base64ToUint8Array } from 'uint8array-extras';
import * as v from 'valibot';
import { base64OfBytes } from '../../../bytes/base64';
import { UserFacingError } from '../../../protocol/failure';
import { saveStyles } from '../../../storage/styles';
import { createStyle, showOwnStyle } from './own-styles';
import { ownStyles, showingStyleError } from './styles';

const FORMAT = 'brushover-styles';
const VERSION = 1;

/** More than anybody collects; a file that claims more is not read. */
const MOST_BYTES = 512 * 2 ** 20;
const MOST_STYLES = 1000;
const LONGEST_NAME = 200;

/** What every version's file begins with. */
const headSchema = v.object({ format: v.literal(FORMAT), version: v.number() });
const archiveSchema = v.object({
  styles: v.pipe(
    v.array(
      v.object({
        name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(LONGEST_NAME)),
        image: v.pipe(v.string(), v.regex(/^data:image\/[a-z0-9.+-]+;base64,/i)),
      }),
    ),
    v.maxLength(MOST_STYLES),
  ),
});
type StyleArchive = v.InferOutput<typeof archiveSchema>;

/** All of the user's own styles as one JSON file with data URLs. */
export async function exportStyles(): Promise<Blob> {
  const styles = await Promise.all(
    ownStyles.value.map(async (style) => ({ name: style.name, image: await dataUrlOf(await style.load()) })),
  );
  const archive: StyleArchive = { styles };
  return new Blob([JSON.stringify({ format: FORMAT, version: VERSION, ...archive })], { type: 'application/json' });
}

/** Adds an exported file's styles: all of them, or none if any is damaged. */
export function importStyles(file: Blob): Promise<void> {
  return showingStyleError(async () => {
    if (file.size > MOST_BYTES)
      throw new UserFacingError('large-archive', 'This file is larger than 512 MB; export fewer styles at once, then import it.');
    const archive = parseArchive(await file.text());
    const styles = [];
    for (const { name, image } of archive.styles) styles.push(await createStyle(blobOfDataUrl(image), name));
    await saveStyles(styles);
    styles.forEach(showOwnStyle);
  });
}

function parseArchive(text: string): StyleArchive {
  const found = parseJson(text);
  const head = v.safeParse(headSchema, found);
  if (head.success && head.output.version !== VERSION) {
    throw new UserFacingError('newer-archive', 'This file comes from a newer Brushover; update the extension, then import it.');
  }
  const archive = v.safeParse(archiveSchema, found);
  if (!head.success || !archive.success) {
    throw new UserFacingError('not-an-archive', 'This file holds no exported styles; choose one that “Export” made.');
  }
  return archive.output;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Decoded by hand: `fetch` of a data URL is for the page's content security policy to refuse. */
function blobOfDataUrl(url: string): Blob {
  const comma = url.indexOf(',');
  const type = url.slice('data:'.length, url.indexOf(';'));
  try {
    return new Blob([base64ToUint8Array(url.slice(comma + 1))], { type });
  } catch {
    throw new UserFacingError('damaged-archive', 'This file of styles is damaged; export it again.');
  }
}

async function dataUrlOf(blob: Blob): Promise<string> {
  return `data:${blob.type || 'image/png'};base64,${base64OfBytes(new Uint8Array(await blob.arrayBuffer()))}`;
}
