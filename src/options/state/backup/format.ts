import * as v from 'valibot';
import { marksSchema } from '../../../preferences/gallery-marks';
import { presetsSchema } from '../../../preferences/presets';
import { stylesSchema } from '../../../preferences/styles/parse-archive';
import { UserFacingError } from '../../../protocol/failure';
import { readableJob } from '../../../protocol/stored-job';

export const FORMAT = 'brushover-everything';
export const VERSION = 1;
/** More than anybody collects; a file that claims more is not read. */
export const MOST_BYTES = 1024 * 2 ** 20;
const MOST_JOBS = 1000;

const dataUrl = v.pipe(v.string(), v.regex(/^data:image\/[a-z0-9.+-]+;base64,/i));

/** What every version's file begins with. */
const headSchema = v.object({ format: v.literal(FORMAT), version: v.number() });
const backupSchema = v.object({
  /** Each setting is checked by itself when it is taken. */
  settings: v.record(v.string(), v.unknown()),
  presets: presetsSchema,
  styles: stylesSchema,
  /** Of the gallery; an own style stands as its place in `styles`, because another browser gives it another id. */
  gallery: v.optional(marksSchema, { favourites: [], hidden: [] }),
  history: v.object({
    jobs: v.pipe(v.array(v.unknown()), v.maxLength(MOST_JOBS)),
    /** By their keys, which say what they must be. */
    pictures: v.record(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)), dataUrl),
  }),
});

export type Backup = v.InferOutput<typeof backupSchema>;

/** The one gate: what is in a file that anybody may have written. Throws a UserFacingError. */
export function parseBackup(text: string): Backup {
  const found = parseJson(text);
  const head = v.safeParse(headSchema, found);
  if (!head.success) {
    throw new UserFacingError('not-a-backup', 'This file was not made by “Export everything”; choose one that was.');
  }
  if (head.output.version !== VERSION) {
    throw new UserFacingError('newer-backup', 'This file comes from a newer Brushover; update the extension, then import it.');
  }
  const backup = v.safeParse(backupSchema, found);
  const jobs = backup.success ? backup.output.history.jobs.map(readableJob) : [null];
  if (!backup.success || jobs.some((job) => job === null || job.failure?.code === 'damaged')) {
    throw new UserFacingError('damaged-backup', 'This file is damaged, and nothing of it was taken; export it again.');
  }
  return backup.output;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
