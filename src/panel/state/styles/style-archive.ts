import { base64ToUint8Array } from 'uint8array-extras';
import { base64OfBytes } from '../../../bytes/base64';
import { UserFacingError } from '../../../protocol/failure';
import { saveStyles } from '../../../storage/styles';
import { createStyle, showOwnStyle } from './own-styles';
import { ownStyles, showingStyleError } from './styles';

const FORMAT = 'brushover-styles';
const VERSION = 1;

interface StyleArchive {
  format: typeof FORMAT;
  version: number;
  styles: { name: string; image: string }[];
}

/** All of the user's own styles as one JSON file with data URLs. */
export async function exportStyles(): Promise<Blob> {
  const styles = await Promise.all(
    ownStyles.value.map(async (style) => ({ name: style.name, image: await dataUrlOf(await style.load()) })),
  );
  const archive: StyleArchive = { format: FORMAT, version: VERSION, styles };
  return new Blob([JSON.stringify(archive)], { type: 'application/json' });
}

/** Adds an exported file's styles: all of them, or none if any is damaged. */
export function importStyles(file: Blob): Promise<void> {
  return showingStyleError(async () => {
    const archive = parseArchive(await file.text());
    const styles = [];
    for (const { name, image } of archive.styles) styles.push(await createStyle(blobOfDataUrl(image), name));
    await saveStyles(styles);
    styles.forEach(showOwnStyle);
  });
}

function parseArchive(text: string): StyleArchive {
  const archive = parseJson(text) as Partial<StyleArchive> | null;
  if (archive?.format !== FORMAT || !Array.isArray(archive.styles) || !archive.styles.every(isEntry)) {
    throw new UserFacingError('not-an-archive', 'This file holds no exported styles; choose one that “Export” made.');
  }
  if (archive.version !== VERSION) {
    throw new UserFacingError('newer-archive', 'This file comes from a newer Brushover; update the extension, then import it.');
  }
  return archive as StyleArchive;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isEntry(entry: unknown): entry is StyleArchive['styles'][number] {
  const { name, image } = (entry ?? {}) as { name?: unknown; image?: unknown };
  return typeof name === 'string' && typeof image === 'string' && /^data:image\/[a-z0-9.+-]+;base64,/i.test(image);
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
