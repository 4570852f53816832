import { UserFacingError } from '../../../protocol/failure';
import { saveStyles } from '../../../storage/styles';
import { createStyle } from '../../../preferences/styles/create-style';
import { blobOfDataUrl, dataUrlOf } from '../../../preferences/styles/data-url';
import { showOwnStyle } from './own-styles';
import { FORMAT, parseArchive, VERSION, type StyleArchive } from '../../../preferences/styles/parse-archive';
import { ownStyles, showingStyleError } from './styles';

/** More than anybody collects; a file that claims more is not read. */
const MOST_BYTES = 512 * 2 ** 20;

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
