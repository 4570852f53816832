/** `--list`: a batch whose pictures have styles and settings of their own, from a CSV or JSON file. */
import { dirname, extname, isAbsolute, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import * as v from 'valibot';
import { isFile, readInput } from './files';
import { maskFile } from './mask-flag';
import { parseFlags, UsageError } from './options';
import { withOwnNames } from './own-names';
import { SETTING_OPTIONS } from './settings-flags';

export interface ListedPicture {
  /** For people, such as “row 3 of pictures.csv”; the heading is no row. */
  place: string;
  content: string;
  /** Name of its files in the output's folder, without an ending; null leaves the content's. */
  name: string | null;
  /** Its own flags, in the place of the command's. */
  flags: Record<string, unknown>;
}

const OPTIONS: Record<string, { type: 'string' | 'boolean'; multiple?: boolean }> = {
  content: { type: 'string' },
  output: { type: 'string' },
  style: { type: 'string', multiple: true },
  'style-mask': { type: 'string', multiple: true },
  mask: { type: 'string' },
  'keep-mask': { type: 'string' },
  ...SETTING_OPTIONS,
};
/** One browser makes them all. */
const OF_THE_WHOLE = 'backend';
const NAMES = Object.keys(OPTIONS).filter((name) => name !== OF_THE_WHOLE);

const cell = v.union([v.string(), v.number(), v.boolean()]);
const rowsSchema = v.array(v.record(v.string(), v.union([cell, v.array(cell)])));
type Row = v.InferOutput<typeof rowsSchema>[number];

/** Paths are relative to the list's own folder. Throws UsageError that names the row. */
export async function readList(path: string): Promise<ListedPicture[]> {
  const text = (await readInput('list', path)).toString('utf8');
  const rows = extname(path).toLowerCase() === '.json' ? rowsOfJson(path, text) : rowsOfCsv(path, text);
  if (rows.length === 0) throw new UsageError(`--list: ${path} names no picture; give it a row for each.`);
  return Promise.all(rows.map((row, i) => readRow(row, `row ${i + 1} of ${path}`, dirname(path))));
}

function rowsOfJson(path: string, text: string): Row[] {
  try {
    return v.parse(rowsSchema, JSON.parse(text));
  } catch {
    throw new UsageError(`--list: ${path} must be a JSON array of objects like {"content": "c.png", "style": "s.png", "evaluations": 40}.`);
  }
}

/** Columns of one name, such as several styles, make a list; empty cells say nothing. */
function rowsOfCsv(path: string, text: string): Row[] {
  const lines = cellsOf(path, text);
  const [heading = [], ...rows] = lines;
  return rows.map((cells) => {
    const row = Object.create(null) as Record<string, string[]>;
    for (const [i, value] of cells.entries()) if (value !== '') (row[heading[i]] ??= []).push(value);
    return row;
  });
}

function cellsOf(path: string, text: string): string[][] {
  const [heading] = text.split('\n', 1);
  // Spreadsheets write semicolons where the comma is the decimal point.
  const delimiter = ['\t', ';'].find((one) => heading.includes(one)) ?? ',';
  try {
    return parse(text, { bom: true, delimiter, trim: true, skip_empty_lines: true });
  } catch {
    throw new UsageError(`--list: ${path} can't be read as CSV; give every row as many cells as the heading has.`);
  }
}

async function readRow(row: Row, place: string, folder: string): Promise<ListedPicture> {
  const unknown = Object.keys(row).find((name) => !NAMES.includes(name));
  if (unknown !== undefined) throw new UsageError(unknownColumn(unknown, place));
  const { content, output = null, ...flags } = parsed(row, place);
  if (typeof content !== 'string') throw new UsageError(`--list: ${place} has no content; name a picture.`);
  const found = below(folder, content);
  if (!(await isFile(found))) throw new UsageError(`--list: ${place} names ${found}, but there is no such file.`);
  return { place, content: found, name: nameOf(output as string | null, place), flags: withPathsBelow(folder, flags) };
}

function unknownColumn(name: string, place: string): string {
  if (name === OF_THE_WHOLE) return `--list: ${place} has a backend; the whole list is made by one, so give --backend instead.`;
  return `--list: ${place} has “${name}”, which is no flag; choose among ${NAMES.join(', ')}.`;
}

function argumentsOf(row: Row): string[] {
  return Object.entries(row).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => argumentOf(name, String(one))),
  );
}

function argumentOf(name: string, text: string): string {
  const isSwitch = OPTIONS[name].type === 'boolean';
  if (!isSwitch) return `--${name}=${text}`;
  if (!/^(true|false)$/i.test(text)) throw new UsageError(`“${name}” needs true or false, not “${text}”.`);
  return text.toLowerCase() === 'true' ? `--${name}` : `--no-${name}`;
}

/** Its files lie flat in the output's folder, all in one format. */
function nameOf(output: string | null, place: string): string | null {
  if (output === null) return null;
  const name = output.replace(/\.(png|jpe?g|webp)$/i, '');
  if (/^$|^\.|[/\\]/.test(name)) throw new UsageError(`--list: ${place} has the output “${output}”; give a name without folders.`);
  return name;
}

function withPathsBelow(folder: string, flags: Record<string, unknown>): Record<string, unknown> {
  const paths = { ...flags };
  for (const name of ['mask', 'keep-mask']) {
    const file = maskFile((flags[name] as string | undefined) ?? null);
    if (file !== null) paths[name] = below(folder, file);
  }
  for (const name of ['style', 'style-mask']) {
    if (flags[name]) paths[name] = (flags[name] as string[]).map((path) => below(folder, path));
  }
  return paths;
}

function below(folder: string, path: string): string {
  return isAbsolute(path) ? path : join(folder, path);
}

function parsed(row: Row, place: string): Record<string, unknown> {
  try {
    return parseFlags(OPTIONS, withOwnNames(argumentsOf(row)));
  } catch (error) {
    throw inPlace(place, error);
  }
}

/** A mistake of a row, with the row. */
export function inPlace(place: string, error: unknown): unknown {
  return error instanceof UsageError ? new UsageError(`--list: ${place}: ${error.message}`) : error;
}
