import * as v from 'valibot';
import { UserFacingError } from '../../protocol/failure';

export const FORMAT = 'brushover-styles';
export const VERSION = 1;

const MOST_STYLES = 1000;
const LONGEST_NAME = 200;

/** What every version's file begins with. */
const headSchema = v.object({ format: v.literal(FORMAT), version: v.number() });
/** Styles in a file of any kind. */
export const stylesSchema = v.pipe(
  v.array(
    v.object({
      name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(LONGEST_NAME)),
      image: v.pipe(v.string(), v.regex(/^data:image\/[a-z0-9.+-]+;base64,/i)),
    }),
  ),
  v.maxLength(MOST_STYLES),
);
const archiveSchema = v.object({ styles: stylesSchema });
export type StyleArchive = v.InferOutput<typeof archiveSchema>;

/** The styles in a file that anybody may have written. Throws a UserFacingError. */
export function parseArchive(text: string): StyleArchive {
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
