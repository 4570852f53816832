import { extname } from 'node:path';
import { choiceFlag, numberFlag, UsageError } from '../options';

const FORMATS = ['png', 'jpeg', 'webp'] as const;
export type Format = (typeof FORMATS)[number];

/** How a picture is written. */
export interface OutputForm {
  format: Format;
  /** Of a sample. */
  bits: 8 | 16;
  /** 1 to 100; null for what loses nothing. */
  quality: number | null;
}

const ENDINGS: Readonly<Record<string, Format>> = { '.png': 'png', '.jpg': 'jpeg', '.jpeg': 'jpeg', '.webp': 'webp' };
/** What hardly anybody sees at arm's length. */
const QUALITY: Readonly<Record<Format, number | null>> = { png: null, jpeg: 92, webp: 90 };

interface FormFlags {
  format?: string;
  bits?: string;
  quality?: string;
}

/** Null for an ending that says nothing, as that of a folder. */
export function formatOf(path: string): Format | null {
  return ENDINGS[extname(path).toLowerCase()] ?? null;
}

/** As the file's ending says, or `--format` for a folder. Throws UsageError where the flags don't go together. */
export function outputForm(output: string, { format: named, bits: deep, quality: wanted }: FormFlags): OutputForm {
  const byName = formatOf(output);
  const format = named === undefined ? (byName ?? 'png') : choiceFlag('format', named, FORMATS);
  if (byName && format !== byName) throw new UsageError(`--format: ${output} ends as ${byName}, not ${format}; leave one of them out.`);
  const bits = deep === undefined ? 8 : choiceFlag('bits', deep, ['8', '16']) === '16' ? 16 : 8;
  if (bits === 16 && format !== 'png') throw new UsageError('--bits 16 goes with PNG alone; end --output in .png.');
  if (wanted !== undefined && format === 'png') throw new UsageError('--quality goes with JPEG and WebP; PNG loses nothing.');
  const quality = wanted === undefined ? QUALITY[format] : numberFlag('quality', wanted, { minimum: 1, maximum: 100, whole: true });
  return { format, bits, quality };
}

/** Of a file in a batch's folder. */
export function endingOf(format: Format): string {
  return format === 'jpeg' ? '.jpg' : `.${format}`;
}
